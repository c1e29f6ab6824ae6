import { Controller, Get, Headers, Param } from '@nestjs/common';
import { NoSuchThing } from '../errors/troubles.js';
import type { Download } from '../layout/reply.js';
import { OpenToAll } from '../security/needs.js';
import { PublishedAssets } from './published-assets.js';

@Controller('assets')
@OpenToAll()
export class AssetsController {
  constructor(private readonly assets: PublishedAssets) {}

  @Get(':file')
  file(@Param('file') file: string, @Headers('accept-encoding') accepted = ''): Download {
    const asset = this.assets.find(file);
    if (!asset) throw new NoSuchThing('There is no such file');
    const compressed = /\bbr\b/.test(accepted);
    return {
      kind: 'download',
      type: asset.type,
      body: compressed ? asset.brotli : asset.body,
      // The name holds the content's hash: other content has another name.
      headers: { 'cache-control': 'public, max-age=31536000, immutable', vary: 'Accept-Encoding', ...(compressed ? { 'content-encoding': 'br' } : {}) },
    };
  }
}
