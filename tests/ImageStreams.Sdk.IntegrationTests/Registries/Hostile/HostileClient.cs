using System.Text;
using ImageStreams.Registries;

namespace ImageStreams.IntegrationTests.Registries;

/// <summary>The client that meets hostile servers: it has a login and small limits.</summary>
internal static class HostileClient
{
    private const string User = "robot";

    public static RegistryClientOptions Options => new()
    {
        MaxAttempts = 1,
        AttemptTimeout = TimeSpan.FromMilliseconds(500),
        CallTimeout = TimeSpan.FromSeconds(5),
        MaxManifestBytes = 128 << 10,
        MaxBlobBytes = 128 << 10,
        MaxStreamedBlobBytes = 256 << 10,
        MaxPages = 5,
        MinStreamedBytesPerSecond = 1 << 20,
    };

    public static HttpRegistryClient Create(string host) =>
        new(Options, RegistryCredentials.For(host, User, HostileServers.Password));

    public static RegistryRepository GetRepository(string host) => new() { Registry = host, Name = "o/r", Insecure = true };

    /// <summary>Checks the whole exception, with its causes and the errors that the server sent.</summary>
    public static void AssertKeepsSecrets(RegistryException exception)
    {
        var pair = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{HostileServers.Password}"));
        var told = $"{exception} {exception.Uri} {string.Join(' ', exception.Errors.Select(error => $"{error} {error.Detail}"))}";
        Assert.DoesNotContain(HostileServers.Password, told, StringComparison.Ordinal);
        Assert.DoesNotContain(pair.TrimEnd('='), told, StringComparison.Ordinal);
        Assert.DoesNotContain(System.Net.WebUtility.HtmlEncode(HostileServers.Password), told, StringComparison.Ordinal);
        Assert.InRange(exception.Message.Length, 1, 4096);
    }
}
