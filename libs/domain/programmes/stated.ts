/** The fields that have a value: what is stored has no empty ones. */
export const stated = <Fields extends object>(fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
