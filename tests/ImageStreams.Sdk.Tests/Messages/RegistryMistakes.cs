using System.Net;
using ImageStreams.Controllers;
using ImageStreams.Importing;
using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Storage;
using ImageStreams.Testing;
using static ImageStreams.Tests.Messages.WrongUse;

namespace ImageStreams.Tests.Messages;

/// <summary>Mistakes with registries, credentials, options and the fakes.</summary>
internal static class RegistryMistakes
{
    private static readonly RegistryRepository Repository = new() { Registry = "quay.io", Name = "team/app" };

    private static readonly string Unknown = "sha256:" + new string('0', 64);

    public static IEnumerable<WrongUse> All =>
    [
        From("RegistryRepository(registry with a scheme)", () => _ = Repository with { Registry = "https://quay.io" }),
        From("RegistryRepository(registry with a path)", () => _ = Repository with { Registry = "quay.io/team" }),
        From("RegistryRepository(empty path)", () => _ = Repository with { Name = "" }),
        From("RegistryRepository(path in upper case)", () => _ = Repository with { Name = "Team/App" }),
        From("RegistryCredentials.For(user with a colon)", () => RegistryCredentials.For("quay.io", "a:b", "secret")),
        From("RegistryCredentials.For(empty registry)", () => RegistryCredentials.For("", "a", "secret")),
        From("RegistryCredentials.FromPullSecrets(no JSON)", () => RegistryCredentials.FromPullSecrets("secret")),
        From("RegistryCredentials.FromPullSecrets(no secret)", () => RegistryCredentials.FromPullSecrets("{}")),
        From("RegistryCredentials.FromPullSecrets(secret of another type)", () => RegistryCredentials.FromPullSecrets(
            """{"metadata":{"namespace":"shop","name":"web"},"type":"Opaque","data":{"password":"czNjcmV0"}}""")),
        From("RegistryCredentials.FromHelper(a path)", () => RegistryCredentials.FromHelper("../evil")),
        From("RegistryCredentials.FromFile(empty path)", () => RegistryCredentials.FromFile("")),
        From("RegistryTransportOptions.ForHost(a URL)", () => new RegistryTransportOptions().ForHost("https://quay.io/")),
        From("HttpRegistryClient(no attempts)", () => new HttpRegistryClient(new RegistryClientOptions { MaxAttempts = 0 }).Dispose()),
        From("HttpRegistryClient(negative time)", () => new HttpRegistryClient(new RegistryClientOptions { AttemptTimeout = TimeSpan.FromSeconds(-1) }).Dispose()),
        From("HttpRegistryClient(page size 0)", () => new HttpRegistryClient(new RegistryClientOptions { PageSize = 0 }).Dispose()),
        From("HttpRegistryClient(limit of no requests)", () => new HttpRegistryClient(
            new RegistryClientOptions { Limits = new RegistryLimits { MaxConcurrentRequests = 0 } }).Dispose()),
        From("HttpRegistryClient(limits without a registry)", () => new HttpRegistryClient(
            new RegistryClientOptions { HostLimits = { new RegistryHostLimits() } }).Dispose()),
        From("SocketsRegistryHandlerSource(no connections)", () => new SocketsRegistryHandlerSource(
            new RegistryTransportOptions { MaxConnectionsPerHost = 0 }).Dispose()),
        From("ImageImporter(no registry)", () => _ = new ImageImporter(null!)),
        From("ImageImporter(no concurrency)", () =>
        {
            using var registry = new InMemoryRegistry();
            _ = new ImageImporter(registry, options: new ImageImporterOptions { MaxConcurrency = 0 });
        }),
        From("ImportSchedule(jitter of three quarters)", () => _ = new ImportSchedule(new ImportScheduleOptions { Jitter = 0.75 })),
        From("TriggerController(no target)", () => _ = new TriggerController(null!)),
        From("TriggerFuse(no firings)", () => _ = new TriggerFuse(new TriggerFuseOptions { MaxFirings = 0 })),
        From("InMemoryImageStreamStore(no history)", () => _ = new InMemoryImageStreamStore(new InMemoryStoreOptions { WatchHistory = 0 })),
        Registry("Push(name in upper case)", registry => registry.Push("Quay.io/Team/App", SyntheticImage.Create())),
        Registry("Push(no registry)", registry => registry.Push("", SyntheticImage.Create())),
        Failing("GetManifestAsync(missing tag)", client => client.GetManifestAsync(Repository, "9")),
        Failing("GetManifestAsync(missing digest)", client => client.GetManifestAsync(Repository, Unknown)),
        Failing("GetManifestAsync(neither tag nor digest)", client => client.GetManifestAsync(Repository, "a b")),
        Failing("GetManifestAsync(empty)", client => client.GetManifestAsync(Repository, "")),
        Failing("ResolveAsync(null)", client => client.ResolveAsync((RegistryRepository)null!, "1")),
        Failing("GetBlobAsync(missing)", client => client.GetBlobAsync(Repository, Digest.Parse(Unknown))),
        Failing("ResolveAsync(canceled)", client => client.ResolveAsync(Repository, "1", new CancellationToken(canceled: true))),
        Failing("ResolveAsync(after Dispose)", async client =>
        {
            client.Dispose();
            await client.ResolveAsync(Repository, "1");
        }),
        Failing("ResolveAsync(a login is missing)", (registry, client) =>
        {
            registry.RequireBasic("ann", "s3cret");
            return client.ResolveAsync(Repository, "1");
        }),
        Failing("ResolveAsync(a token is missing)", (registry, client) =>
        {
            registry.RequireBearer("ann", "s3cret");
            return client.ResolveAsync(Repository, "1");
        }),
        Fault("ResolveAsync(status 500)", new RegistryFault.Status { Code = (HttpStatusCode)500 }),
        Fault("ResolveAsync(status 429)", new RegistryFault.Status { Code = (HttpStatusCode)429 }),
        Fault("ResolveAsync(status 403)", new RegistryFault.Status { Code = (HttpStatusCode)403 }),
        Fault("ResolveAsync(status 418)", new RegistryFault.Status { Code = (HttpStatusCode)418 }),
        Fault("ResolveAsync(network failure)", new RegistryFault.NetworkFailure()),
    ];

    private static WrongUse Registry(string title, Action<InMemoryRegistry> call) => From($"InMemoryRegistry.{title}", () =>
    {
        using var registry = new InMemoryRegistry();
        call(registry);
    });

    private static WrongUse Failing(string title, Func<HttpRegistryClient, Task> call) => Failing(title, (_, client) => call(client));

    private static WrongUse Failing(string title, Func<InMemoryRegistry, HttpRegistryClient, Task> call) => new(title, async () =>
    {
        using var registry = new InMemoryRegistry();
        registry.Push("quay.io/team/app:1", SyntheticImage.Create());
        using var client = registry.CreateClient(new RegistryClientOptions { MaxAttempts = 1 });
        await call(registry, client);
    });

    private static WrongUse Fault(string title, RegistryFault fault) => Failing(title, async (registry, client) =>
    {
        using var failing = registry.FailUntilDisposed(fault);
        await client.ResolveAsync(Repository, "1");
    });
}
