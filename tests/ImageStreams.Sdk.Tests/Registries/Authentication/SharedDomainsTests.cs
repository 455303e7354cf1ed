using ImageStreams.Registries;

namespace ImageStreams.Tests.Registries;

/// <summary>Domains below which anybody can have a name, and which therefore have no owner.</summary>
public sealed class SharedDomainsTests
{
    public static TheoryData<string> SecondLevels => [.. Words("""
        ac asn biz co com coop ed edu fin firm gen go gob gok gouv gov govt gub gv id inc ind inf info int law ltd me med mil mod
        muni name ne net nhs nic nom nsn or org parliament pe plc pol police press pro re res sch school tm tv web
        """)];

    public static TheoryData<string> Hosting => [.. Words("""
        amazonaws.com amazonaws.com.cn appdomain.cloud appspot.com awsapprunner.com azure-api.net azurecontainer.io
        azurecontainerapps.io azurecr.cn azurecr.io azurecr.us azureedge.net azurefd.net azurestaticapps.net azurewebsites.net
        bitbucket.io br.com cloudapp.azure.com cloudapp.net cloudfront.net cloudfunctions.net cn.com co.com codeberg.page
        container-registry.com container-registry.ovh.net core.windows.net ddns.net de.com dedyn.io deno.dev
        digitaloceanspaces.com duckdns.org dyndns.org elasticbeanstalk.com eu.com eu.org firebaseapp.com fly.dev freeddns.org
        gb.net github.dev github.io githubpreview.dev githubusercontent.com gitlab.io gitpod.io glitch.me googleusercontent.com
        herokuapp.com hopto.org hu.net in.net jfrog.io jp.net jpn.com lhr.life linodeobjects.com loca.lt localhost.run
        netlify.app ngrok-free.app ngrok-free.dev ngrok.app ngrok.dev ngrok.io nip.io no-ip.org now.sh on.aws ondigitalocean.app
        onrender.com openshiftapps.com pages.dev r2.dev railway.app repl.co replit.app replit.dev rhcloud.com ru.com run.app
        sa.com se.net serveo.net sslip.io storage.googleapis.com surge.sh trafficmanager.net trycloudflare.com ts.net uk.com
        uk.net us.com vercel.app web.app workers.dev xip.io za.com zapto.org
        """)];

    [Theory]
    [MemberData(nameof(SecondLevels))]
    public void SecondLevelOfACountry_IsShared(string level)
    {
        Assert.True(SharedDomains.Contains($"{level}.xx"));
        Assert.True(SharedDomains.Contains($"{level}.XX".ToUpperInvariant()));
        Assert.False(SharedDomains.Contains($"{level}.example"));   // no country
        Assert.False(SharedDomains.Contains($"shop.{level}.xx"));
    }

    [Theory]
    [MemberData(nameof(Hosting))]
    public void HostingService_IsSharedWithEverythingBelow(string domain)
    {
        Assert.True(SharedDomains.Contains(domain));
        Assert.True(SharedDomains.Contains(domain.ToUpperInvariant()));
        Assert.True(SharedDomains.Contains($"a.b.{domain}"));
        Assert.False(SharedDomains.Contains($"my-{domain}"));
    }

    [Theory]
    [InlineData("corp.example")]
    [InlineData("corp.de")]
    [InlineData("docker.io")]
    [InlineData("quay.io")]
    [InlineData("io")]
    [InlineData("")]
    public void DomainWithAnOwner_IsNotShared(string domain) => Assert.False(SharedDomains.Contains(domain));

    private static string[] Words(string text) => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
