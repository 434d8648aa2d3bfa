/**
 * The names under which people and generators write the same thing, in the order in which they are believed;
 * see pick.ts.
 */
export const NAMES = {
  title: words('title headline newstitle posttitle pagetitle linktitle sidebartitle ogtitle'),
  excerpt: words('description excerpt summary subtitle teaser lede dek abstract intro ogdescription'),
  date: words(
    'date pubdate publishdate published publishedat publishedon publishedtime datepublished dateposted postdate posted postedon created createdat creationdate datecreated firstpublished',
  ),
  updated: words(
    'updated lastmod modified lastmodified lastupdated lastupdate updatedat updateddate dateupdated datemodified modifiedtime',
  ),
  author: words('author authors by byline writer writers createdby'),
  address: words('canonical canonicalurl externalurl originalurl url permalink link'),
  path: words('permalink url path'),
  image: words(
    'image cover coverimage thumbnail featuredimage heroimage ogimage socialimage banner hero images',
  ),
  minutes: words('minutes readingtime readtime timetoread'),
  related: words('related relatedposts relatedarticles'),
} as const;

function words(text: string): readonly string[] {
  return text.split(' ');
}
