using System.Net;
using ImageStreams.Registries;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Tests.Registries;

/// <summary>Lists of registries behind Artifactory and Nexus, and registries that refuse a page size.</summary>
public sealed class ListPagesTests
{
    private const string Path = "/v2/docker/team/app/tags/list";
    private static readonly RegistryRepository Repository = new() { Registry = "art.example.org", Name = "docker/team/app" };

    [Theory]
    [InlineData("/v2/team/app/tags/list?last=b&n=2")]                                        // without the prefix
    [InlineData("/v2/docker-remote/team/app/tags/list?last=b&n=2")]                          // of the repository behind it
    [InlineData("/artifactory/api/docker/docker/v2/team/app/tags/list?last=b&n=2")]          // of the product's own API
    [InlineData("/repository/docker/v2/team/app/tags/list?last=b&n=2")]
    [InlineData("/v2/docker/team/app/tags/list/?last=b&n=2")]
    [InlineData("?last=b&n=2")]
    [InlineData("list?last=b&n=2")]
    [InlineData("http://art.example.org/v2/team/app/tags/list?last=b&n=2")]                  // another scheme
    [InlineData("http://art.example.org:8081/v2/docker/team/app/tags/list?last=b&n=2")]      // the port behind the proxy
    [InlineData("https://art.example.org:8443/v2/team/app/tags/list?last=b&n=2")]
    [InlineData("https://ART.example.org/v2/docker/team/app/tags/list?last=b&n=2")]
    [InlineData("http://nexus:8081/repository/docker/v2/team/app/tags/list?last=b&n=2")]     // the name in the cluster
    [InlineData("http://nexus.tools.svc:8081/v2/team/app/tags/list?last=b&n=2")]
    [InlineData("http://nexus.corp.internal/v2/team/app/tags/list?last=b&n=2")]
    [InlineData("http://localhost:8082/artifactory/api/docker/docker/v2/team/app/tags/list?last=b&n=2")]
    [InlineData("http://127.0.0.1:5000/v2/team/app/tags/list?last=b&n=2")]
    [InlineData("http://[fd00::5]:5000/v2/docker/team/app/tags/list?last=b&n=2")]
    [InlineData("//10.1.2.3/v2/docker/team/app/tags/list?last=b&n=2")]
    [InlineData("https://example.org/v2/team/app/tags/list?last=b&n=2")]                     // a subdomain for each repository
    [InlineData("https://docker.art.example.org/v2/team/app/tags/list?last=b&n=2")]
    [InlineData("https://jfrog.example.org/artifactory/api/docker/docker/v2/team/app/tags/list?last=b&n=2")]
    public async Task LinkUnderAWrongAddressOfTheHost_ItsQueryIsAskedOnThePath(string link)
    {
        using var handler = new ScriptedHandler(request => (request.RequestUri!.AbsolutePath, request.RequestUri.Query) switch
        {
            (Path, "?last=b&n=2") => Reply.Json("""{"tags":["c"]}"""),
            (Path, _) => Reply.Json("""{"name":"team/app","tags":["a","b"]}""").With("Link", $"<{link}>; rel=\"next\""),
            _ => Reply.Status(HttpStatusCode.NotFound),
        });

        Assert.Equal(["a", "b", "c"], await ListAsync(handler));
        Assert.All(handler.Sent, sent => Assert.Equal("https://art.example.org" + Path, sent.Uri.GetLeftPart(UriPartial.Path)));
    }

    [Theory]
    [InlineData("https://elsewhere.example.org/v2/docker/team/app/tags/list?last=b", "leads to another host, elsewhere.example.org")]
    [InlineData(
        "https://elsewhere.example.net:8443/repository/docker/v2/team/app/tags/list?last=b",
        "leads to another host, elsewhere.example.net:8443; the list is at art.example.org")]
    [InlineData("https://8.8.8.8/v2/docker/team/app/tags/list?last=b", "leads to another host, 8.8.8.8; the list is at art.example.org")]
    [InlineData("https://org/v2/docker/team/other/tags/list?last=b", "leads out of the list")]
    [InlineData("http://nexus:8081/repository/docker/v2/team/other/tags/list?last=b", "leads out of the list")]
    [InlineData("http://nexus:8081/v2/team/app/tags/list", "names no page")]
    [InlineData("https://local/v2/docker/team/app/manifests/1?last=b", "leads out of the list")]
    [InlineData("//elsewhere.example.org/v2/docker/team/app/tags/list?last=b", "leads to another host")]
    [InlineData("https://art.example.org.evil.net/v2/docker/team/app/tags/list?last=b", "leads to another host")]
    [InlineData("/v2/docker/team/other/tags/list?last=b", "leads out of the list")]
    [InlineData("/v2/docker/team/app/manifests/1?last=b", "leads out of the list")]
    [InlineData("/v2/_catalog?last=b", "leads out of the list")]
    [InlineData("/v2/team/evilapp/tags/list?last=b", "leads out of the list")]
    [InlineData("/v2/team/app/tags/list", "names no page")]
    [InlineData("ftp://art.example.org/v2/team/app/tags/list?last=b", "is malformed")]
    public async Task LinkElsewhere_FailsRatherThanShortenTheList(string link, string expected)
    {
        using var handler = new ScriptedHandler(
            _ => Reply.Json("""{"tags":["a","b"]}""").With("Link", $"<{link}>; rel=\"next\""));

        var exception = await Assert.ThrowsAsync<RegistryException>(() => ListAsync(handler));

        Assert.Equal(RegistryFailure.InvalidResponse, exception.Reason);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.Single(handler.Sent);
    }

    /// <summary>A registry in a private network may know its public name alone.</summary>
    [Theory]
    [InlineData("registry:5000", "https://registry.example.org/v2/docker/team/app/tags/list?last=b", true)]
    [InlineData("10.1.2.3:5000", "https://registry.example.org/v2/docker/team/app/tags/list?last=b", true)]
    [InlineData("mine.azurecr.io", "https://azurecr.io/v2/docker/team/app/tags/list?last=b", false)]
    [InlineData("mine.azurecr.io", "https://yours.azurecr.io/x/v2/docker/team/app/tags/list?last=b", false)]
    [InlineData("8.8.8.8", "https://registry.example.org/v2/docker/team/app/tags/list?last=b", false)]
    public async Task LinkToAnotherNameOfTheRegistry_IsAskedAtTheKnownOne(string registry, string link, bool isRead)
    {
        using var handler = new ScriptedHandler(request => request.RequestUri!.Query == "?last=b"
            ? Reply.Json("""{"tags":["c"]}""")
            : Reply.Json("""{"tags":["b"]}""").With("Link", $"<{link}>; rel=\"next\""));
        var repository = Repository with { Registry = registry };

        if (isRead)
        {
            Assert.Equal(["b", "c"], await ListAsync(handler, repository: repository));
        }
        else
        {
            var exception = await Assert.ThrowsAsync<RegistryException>(() => ListAsync(handler, repository: repository));
            Assert.Contains(registry, exception.Message, StringComparison.Ordinal);
        }

        Assert.All(handler.Sent, sent => Assert.Equal(registry, sent.Uri.Authority));
    }

    /// <summary>A password goes with each page to the registry, and nowhere else.</summary>
    [Fact]
    public async Task LinkToAnotherName_CredentialsStayAtTheRegistry()
    {
        using var handler = new ScriptedHandler(request => request switch
        {
            { Headers.Authorization: null } => Reply.Challenge("Basic realm=\"r\""),
            { RequestUri.Query: "?last=b" } => Reply.Json("""{"tags":["c"]}"""),
            _ => Reply.Json("""{"tags":["b"]}""").With("Link", "<http://nexus:8081/v2/team/app/tags/list?last=b>; rel=\"next\""),
        });

        Assert.Equal(["b", "c"], await ListAsync(handler, credentials: RegistryCredentials.For("art.example.org", "u", "p")));
        Assert.All(handler.Sent, sent => Assert.Equal("https://art.example.org", sent.Uri.GetLeftPart(UriPartial.Authority)));
    }

    /// <summary>A name that nobody can pull does not hide the others.</summary>
    [Theory]
    [InlineData("\"-broken\"", "-broken")]
    [InlineData("\"../../etc\"", "../../etc")]
    [InlineData("\"\"", "")]
    [InlineData("null", "")]
    [InlineData("\"\\ud800\"", "")]
    [InlineData("\"a\\nb\"", "a b")]
    public async Task NameThatIsNoTag_IsLeftOutAndLogged(string name, string logged)
    {
        using var handler = new ScriptedHandler(_ => Reply.Json($$"""{"tags":["a",{{name}},"b",{{name}},"c"]}"""));
        var log = new Lines();

        Assert.Equal(["a", "b", "c"], await ListAsync(handler, log: log));
        Assert.Equal(
            $"Warning 2: art.example.org/docker/team/app lists 2 names that are no tags and were left out, such as '{logged}'",
            Assert.Single(log.Written));
    }

    [Fact]
    public async Task NamesThatAreTags_AreNotLogged()
    {
        using var handler = new ScriptedHandler(_ => Reply.Json("""{"tags":["a"]}"""));
        var log = new Lines();

        Assert.Equal(["a"], await ListAsync(handler, log: log));
        Assert.Empty(log.Written);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("true")]
    public async Task EntryThatIsNoText_IsAnInvalidList(string entry)
    {
        using var handler = new ScriptedHandler(_ => Reply.Json($$"""{"tags":["a",{{entry}}]}"""));

        var exception = await Assert.ThrowsAsync<RegistryException>(() => ListAsync(handler));

        Assert.Equal(RegistryFailure.InvalidResponse, exception.Reason);
        Assert.Contains("'tags[1]' is not a text", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, """{"errors":[{"code":"PAGINATION_NUMBER_INVALID","message":"invalid number of results requested"}]}""")]
    [InlineData(400, "")]
    [InlineData(422, "")]
    [InlineData(405, "")]
    [InlineData(404, """{"errors":[{"code":"PAGINATION_NUMBER_INVALID"}]}""")]
    public async Task PageSizeRefused_TheRegistrysOwnIsUsed(int status, string body)
    {
        using var handler = new ScriptedHandler(request => request.RequestUri!.Query.Contains("n=", StringComparison.Ordinal)
            ? Reply.Status((HttpStatusCode)status, body)
            : Pages(request));

        Assert.Equal(["a", "b"], await ListAsync(handler));
        Assert.Equal(["?n=1000", "", "?last=a"], handler.Sent.Select(sent => sent.Uri.Query));
    }

    /// <summary>A refusal is no page: two pages are within a limit of two.</summary>
    [Fact]
    public async Task PageSizeRefused_DoesNotCountAsAPage()
    {
        using var handler = new ScriptedHandler(request => request.RequestUri!.Query == "?n=1000"
            ? Reply.Status(HttpStatusCode.BadRequest)
            : Pages(request));

        Assert.Equal(["a", "b"], await ListAsync(handler, maxPages: 2));
        var exception = await Assert.ThrowsAsync<RegistryException>(() => ListAsync(handler, maxPages: 1));
        Assert.Equal(RegistryFailure.TooLarge, exception.Reason);
    }

    [Theory]
    [InlineData(401, RegistryFailure.Unauthorized)]
    [InlineData(403, RegistryFailure.Denied)]
    [InlineData(404, RegistryFailure.RepositoryNotFound)]
    [InlineData(429, RegistryFailure.RateLimited)]
    [InlineData(500, RegistryFailure.ServerError)]
    public async Task RefusedForAnotherReason_IsNotAskedAgain(int status, RegistryFailure failure)
    {
        using var handler = new ScriptedHandler(_ => Reply.Status((HttpStatusCode)status));

        var exception = await Assert.ThrowsAsync<RegistryException>(() => ListAsync(handler));

        Assert.Equal(failure, exception.Reason);
        Assert.Single(handler.Sent);
    }

    [Fact]
    public async Task SecondPageRefused_IsAFailure()
    {
        using var handler = new ScriptedHandler(request => request.RequestUri!.Query == "?n=1000"
            ? Pages(request)
            : Reply.Status(HttpStatusCode.BadRequest));

        Assert.Equal(RegistryFailure.Rejected, (await Assert.ThrowsAsync<RegistryException>(() => ListAsync(handler))).Reason);
    }

    private static HttpResponseMessage Pages(HttpRequestMessage request) => request.RequestUri!.Query == "?last=a"
        ? Reply.Json("""{"tags":["b"]}""")
        : Reply.Json("""{"tags":["a"]}""").With("Link", $"<{Path}?last=a>; rel=\"next\"");

    private static async Task<List<string>> ListAsync(
        ScriptedHandler handler,
        int maxPages = 100,
        RegistryRepository? repository = null,
        IRegistryCredentialSource? credentials = null,
        Lines? log = null)
    {
        var options = new RegistryClientOptions { MaxAttempts = 1, MaxPages = maxPages };
        using var client = new HttpRegistryClient(options, credentials, RegistryHandlers.From(handler), logger: log);
        var tags = new List<string>();
        await foreach (var tag in client.ListTagsAsync(repository ?? Repository))
        {
            tags.Add(tag.Name);
        }

        return tags;
    }

    private sealed class Lines : ILogger<HttpRegistryClient>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add($"{logLevel} {eventId.Id}: {formatter(state, exception)}");
    }
}
