using System.Collections.Frozen;

namespace ImageStreams.Registries;

/// <summary>Domains below which anybody can have a name: second levels of countries, and those of hosting services.</summary>
/// <remarks>Not the whole list of public suffixes: the domains where registries and token servers are likely.</remarks>
internal static class SharedDomains
{
    private const int CountryLength = 2;

    private static readonly FrozenSet<string> SecondLevels = new[]
    {
        "ac", "asn", "biz", "co", "com", "coop", "ed", "edu", "fin", "firm", "gen", "go", "gob", "gok", "gouv", "gov", "govt",
        "gub", "gv", "id", "inc", "ind", "inf", "info", "int", "law", "ltd", "me", "med", "mil", "mod", "muni", "name", "ne",
        "net", "nhs", "nic", "nom", "nsn", "or", "org", "parliament", "pe", "plc", "pol", "police", "press", "pro", "re", "res",
        "sch", "school", "tm", "tv", "web",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Hosting = new[]
    {
        "amazonaws.com", "amazonaws.com.cn", "appdomain.cloud", "appspot.com", "awsapprunner.com", "azure-api.net",
        "azurecontainer.io", "azurecontainerapps.io", "azurecr.cn", "azurecr.io", "azurecr.us", "azureedge.net", "azurefd.net",
        "azurestaticapps.net", "azurewebsites.net", "bitbucket.io", "br.com", "cloudapp.azure.com", "cloudapp.net",
        "cloudfront.net", "cloudfunctions.net", "cn.com", "co.com", "codeberg.page", "container-registry.com",
        "container-registry.ovh.net", "core.windows.net", "ddns.net", "de.com", "dedyn.io", "deno.dev", "digitaloceanspaces.com",
        "duckdns.org", "dyndns.org", "elasticbeanstalk.com", "eu.com", "eu.org", "firebaseapp.com", "fly.dev", "freeddns.org",
        "gb.net", "github.dev", "github.io", "githubpreview.dev", "githubusercontent.com", "gitlab.io", "gitpod.io", "glitch.me",
        "googleusercontent.com", "herokuapp.com", "hopto.org", "hu.net", "in.net", "jfrog.io", "jp.net", "jpn.com", "lhr.life",
        "linodeobjects.com", "loca.lt", "localhost.run", "netlify.app", "ngrok-free.app", "ngrok-free.dev", "ngrok.app",
        "ngrok.dev", "ngrok.io", "nip.io", "no-ip.org", "now.sh", "on.aws", "ondigitalocean.app", "onrender.com",
        "openshiftapps.com", "pages.dev", "r2.dev", "railway.app", "repl.co", "replit.app", "replit.dev", "rhcloud.com", "ru.com",
        "run.app", "sa.com", "se.net", "serveo.net", "sslip.io", "storage.googleapis.com", "surge.sh", "trafficmanager.net",
        "trycloudflare.com", "ts.net", "uk.com", "uk.net", "us.com", "vercel.app", "web.app", "workers.dev", "xip.io", "za.com",
        "zapto.org",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Determines whether a domain is shared, or lies below a hosting service.</summary>
    public static bool Contains(string domain) => IsSecondLevelOfCountry(domain) || IsHosting(domain);

    private static bool IsSecondLevelOfCountry(string domain) =>
        domain.IndexOf('.', StringComparison.Ordinal) is var dot and > 0
        && domain.Length - dot - 1 == CountryLength
        && SecondLevels.Contains(domain[..dot]);

    private static bool IsHosting(string domain)
    {
        var rest = domain;
        while (!Hosting.Contains(rest))
        {
            var dot = rest.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0)
            {
                return false;
            }

            rest = rest[(dot + 1)..];
        }

        return true;
    }
}
