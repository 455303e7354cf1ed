using ImageStreams.Registries;

namespace ImageStreams.Tests.Registries;

/// <summary>Headers of authorization, and the secrets that they keep out of messages.</summary>
public sealed class AuthorizationTests
{
    private const string Packed = "dXNlcjpwYXNz";

    private static RegistryCredential.Login Login => new() { UserName = "user", Password = "pass" };

    private static RegistryCredential.IdentityToken Identity => new() { Token = "idtoken" };

    [Fact]
    public void Basic_HasTheLoginAndHidesIt()
    {
        var basic = Authorization.Basic(Login);

        Assert.Equal($"Basic {Packed}", basic.Header!.ToString());
        Assert.Equal("Basic ***", basic.ToString());
        Assert.Equal("user *** *** t", basic.Scrub($"user pass {Packed} t"));
    }

    [Fact]
    public void Bearer_HasTheTokenAndHidesIt()
    {
        var bearer = Authorization.Bearer("t0ken");

        Assert.Equal("Bearer t0ken", bearer.Header!.ToString());
        Assert.Equal("Bearer ***", bearer.ToString());
        Assert.Equal("*** pass", bearer.Scrub("t0ken pass"));
    }

    [Fact]
    public void Bearer_HidesTheCredentialThatItWasFetchedWith()
    {
        Assert.Equal("*** *** ***", Authorization.Bearer("t0ken", Login).Scrub($"t0ken pass {Packed}"));
        Assert.Equal("*** ***", Authorization.Bearer("t0ken", Identity).Scrub("t0ken idtoken"));
        Assert.Equal("*** r", Authorization.Bearer("t0ken", new RegistryCredential.BearerToken { Token = "r" }).Scrub("t0ken r"));
    }

    [Fact]
    public void Posted_HasNoHeaderAndHidesTheToken()
    {
        var posted = Authorization.Posted(Identity);

        Assert.Null(posted.Header);
        Assert.Equal(" ***", posted.ToString());
        Assert.Equal("*** text", posted.Scrub("idtoken text"));
    }

    [Fact]
    public void IsSameAs_ComparesTheHeaders()
    {
        Assert.True(Authorization.Bearer("a").IsSameAs(Authorization.Bearer("a", Login)));
        Assert.False(Authorization.Bearer("a").IsSameAs(Authorization.Bearer("b")));
        Assert.False(Authorization.Bearer(Packed).IsSameAs(Authorization.Basic(Login)));
        Assert.False(Authorization.Bearer("a").IsSameAs(null));
        Assert.False(Authorization.Posted(Identity).IsSameAs(null));
    }
}
