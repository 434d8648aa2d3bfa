import {spawn} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {cp, mkdir, mkdtemp, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {openHost} from './host.ts';
import {freePort, openMariadb, patiently} from './mariadb.ts';
import type {Mariadb} from './mariadb.ts';
import {POSTS, SITE} from './posts.ts';
import {tool} from './program.ts';

const HOME = '/usr/share/wordpress';
const THEMES = ['twentytwentyone', 'twentytwentythree'];

/**
 * WordPress of the system behind PHP's own server, with a MariaDB of its own; posts are written by its own
 * functions.
 */
export async function openWordpress() {
  if (!(await stat(join(HOME, 'wp-load.php')).catch(() => undefined)))
    throw new Error('WordPress is not installed');
  const folder = await mkdtemp(join(tmpdir(), 'inkwell-wordpress-'));
  const site = join(folder, 'site');
  const processes: ChildProcess[] = [];
  let database: Mariadb | undefined;
  const host = await openHost();
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const close = async (): Promise<void> => {
    for (const one of processes.toReversed()) {
      one.kill('SIGTERM');
      if (one.exitCode === null) await once(one, 'exit');
    }
    await database?.close();
    await host.close();
    await rm(folder, {recursive: true, force: true});
  };
  try {
    database = await openMariadb(folder, 'wp');
    await cp(HOME, site, {
      recursive: true,
      dereference: true,
      filter: path => !path.endsWith('wp-config.php'),
    });
    await writeFile(join(site, 'wp-config.php'), configuration(database.socket, origin));
    await mkdir(join(site, 'wp-content/mu-plugins'), {recursive: true});
    await writeFile(join(site, 'wp-content/mu-plugins/letter.php'), letter(host.mailPort));
    await writeFile(
      join(folder, 'router.php'),
      "<?php $file = $_SERVER['DOCUMENT_ROOT'] . parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH); if (is_file($file)) return false; require $_SERVER['DOCUMENT_ROOT'] . '/index.php';",
    );
    await writeFile(join(folder, 'fill.php'), filling());
    await tool('php', [join(folder, 'fill.php')], site);
    processes.push(
      spawn('php', ['-S', `127.0.0.1:${port}`, '-t', site, join(folder, 'router.php')], {
        stdio: 'ignore',
      }),
    );
    await patiently(async () => {
      if (!(await fetch(`${origin}/feed/`)).ok) throw new Error('no feed yet');
    });
  } catch (error) {
    await close();
    throw error;
  }
  return {
    origin,
    hasFeed: true,
    mails: host.mails,
    themes: THEMES,
    shorten: async (): Promise<void> => {
      await writeFile(
        join(folder, 'shorten.php'),
        `<?php require '${site}/wp-load.php'; update_option('posts_per_rss', 2);`,
      );
      await tool('php', [join(folder, 'shorten.php')], site);
    },
    use: async (theme: string): Promise<void> => {
      await writeFile(
        join(folder, 'theme.php'),
        `<?php require '${site}/wp-load.php'; switch_theme('${theme}'); update_option('posts_per_rss', 10);`,
      );
      await tool('php', [join(folder, 'theme.php')], site);
    },
    close,
  };
}

function configuration(socket: string, origin: string): string {
  return `<?php
define('DB_NAME', 'wp'); define('DB_USER', 'root'); define('DB_PASSWORD', ''); define('DB_HOST', 'localhost:${socket}');
define('WP_HOME', '${origin}'); define('WP_SITEURL', '${origin}'); define('WP_HTTP_BLOCK_EXTERNAL', true); define('DISABLE_WP_CRON', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;
}

/**
 * A sign-up as plugins make it: a form in the footer, an alert in the page that answers, a mail by WordPress
 * itself.
 */
function letter(port: number): string {
  return `<?php
add_action('phpmailer_init', function ($mail) { $mail->isSMTP(); $mail->Host = '127.0.0.1'; $mail->Port = ${port}; $mail->SMTPAuth = false; $mail->SMTPAutoTLS = false; });
add_filter('wp_mail_from', fn () => 'letters@host.example');
add_action('wp_footer', function () {
  $said = isset($_POST['EMAIL']) && wp_mail($_POST['EMAIL'], 'Confirm', 'Follow this link.') ? '<div class="mc4wp-response"><div class="mc4wp-alert mc4wp-success" role="alert"><p>Thank you, please check your inbox.</p></div></div>' : '';
  echo '<form id="mc4wp-form-1" class="mc4wp-form" method="post"><div class="mc4wp-form-fields"><p><label>Email address: <input type="email" name="EMAIL" required></label></p><p><input type="submit" value="Sign up"></p></div><input type="hidden" name="_mc4wp_timestamp" value="' . time() . '"><input type="hidden" name="_mc4wp_form_id" value="1">' . $said . '</form>';
});
`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`\'`)}'`;
}

function filling(): string {
  const inserted = POSTS.map(
    ({slug, title, day, category, tags, paragraphs}) =>
      `wp_insert_post(['post_title' => ${quoted(title)}, 'post_name' => ${quoted(slug)}, 'post_date' => '${day} 12:00:00', 'post_date_gmt' => '${day} 12:00:00', 'post_status' => 'publish', 'post_author' => 1, 'post_category' => [wp_create_category(${quoted(category)})], 'tags_input' => [${tags.map(quoted).join(', ')}], 'post_content' => ${quoted(paragraphs.map(text => `<!-- wp:paragraph --><p>${text}</p><!-- /wp:paragraph -->`).join('\n\n'))}]);`,
  );
  return `<?php
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = 'localhost';
require getcwd() . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/taxonomy.php';
wp_install(${quoted(SITE.title)}, 'iris', 'iris@host.example', true, '', 'secret');
wp_update_user(['ID' => 1, 'display_name' => 'Iris Quill', 'nickname' => 'Iris Quill']);
update_option('blogdescription', ${quoted(SITE.tagline)});
update_option('permalink_structure', '/%year%/%postname%/');
wp_delete_post(1, true);
${inserted.join('\n')}
flush_rewrite_rules();
`;
}
