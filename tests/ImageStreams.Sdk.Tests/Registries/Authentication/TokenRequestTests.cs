using ImageStreams.Registries;

namespace ImageStreams.Tests.Registries;

public sealed class TokenRequestTests
{
    private static RegistryCredential.Login Login => new() { UserName = "user", Password = "pass" };

    private static RegistryCredential.IdentityToken Identity => new() { Token = "a b&c" };

    private static RequestLine Line
    {
        get
        {
            var call = RegistryCall.ForManifest(HttpMethod.Head, new() { Registry = "registry.example", Name = "o/r" }, "1");
            return new RequestLine(call, HttpMethod.Head, new Uri("https://registry.example/v2/o/r/manifests/1"))
            {
                Tried = [new() { Source = "a file", Outcome = "no match" }],
            };
        }
    }

    [Theory]
    [InlineData("https://a.example/t", "s 1", "r:o/r:pull", "https://a.example/t?service=s%201&scope=r%3Ao%2Fr%3Apull")]
    [InlineData("https://a.example/t", "", "x y  z", "https://a.example/t?scope=x&scope=y&scope=z")]
    [InlineData("https://a.example/t?a=1&b=2#f", "s", "x", "https://a.example/t?a=1&b=2&service=s&scope=x")]
    [InlineData("https://a.example:8443", "", "x", "https://a.example:8443/?scope=x")]
    [InlineData("https://a.example/t?", "", "", "https://a.example/t")]
    public void Get_HasServiceAndScopes(string realm, string service, string scope, string address)
    {
        var request = TokenRequest.Create(Key(realm, service, scope, null), Line);

        Assert.Equal((HttpMethod.Get, address), (request.Method, request.Uri.AbsoluteUri));
        Assert.Equal(("", true), (request.Form, request.IsForToken));
        Assert.Null(request.Authorization);
        Assert.Equal(Line.Tried, request.Tried);
    }

    [Fact]
    public void Get_WithLogin_IsAuthorized() => Assert.Equal(
        "Basic dXNlcjpwYXNz",
        TokenRequest.Create(Key("https://a.example/t", "s", "x", Login), Line).Authorization!.Header!.ToString());

    [Theory]
    [InlineData("s 1", "&service=s%201")]
    [InlineData("", "")]
    public void Post_HasTheIdentityTokenInItsForm(string service, string parameter)
    {
        var request = TokenRequest.Create(Key("https://a.example/t?a=1", service, "x:y z", Identity), Line);

        Assert.Equal((HttpMethod.Post, "https://a.example/t?a=1"), (request.Method, request.Uri.AbsoluteUri));
        Assert.Equal(
            $"grant_type=refresh_token&client_id=ImageStreams.Sdk{parameter}&scope=x%3Ay%20z&refresh_token=a%20b%26c", request.Form);
        Assert.True(request.IsForToken);
        Assert.Null(request.Authorization!.Header);
        Assert.Equal("***", request.Scrub("a b&c"));
        Assert.Equal(Line.Tried, request.Tried);
    }

    /// <summary>A token server that does not know its own address is not a missing manifest.</summary>
    [Fact]
    public void Call_IsThatOfTheRegistry_ButForItsAnswer()
    {
        foreach (RegistryCredential? credential in new RegistryCredential?[] { null, Login, Identity })
        {
            var call = TokenRequest.Create(Key("https://a.example/t", "s", "x", credential), Line).Call;

            Assert.Equal(Line.Call with { WhenNotFound = RegistryFailure.Rejected, Accept = "" }, call);
            Assert.NotEqual("", Line.Call.Accept);
        }
    }

    private static TokenCache.TokenKey Key(string realm, string service, string scope, RegistryCredential? credential) =>
        new("registry.example", Insecure: false, "", new Uri(realm), service, scope, credential);
}
