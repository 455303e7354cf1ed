using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ImageStreams.Kubernetes;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Users of kubeconfigs: those that they act as, and the files that they name.</summary>
public sealed class KubeconfigUsersTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kubeconfigs");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void ImpersonatedUser_IsNamedInTheHeadersOfRequests()
    {
        var path = Write("config", """
            current-context: dev
            clusters: [{name: dev, cluster: {server: "http://api.example.com"}}]
            contexts: [{name: dev, context: {cluster: dev, user: me}}]
            users:
            - name: me
              user: {token: secret, as: alice, as-uid: "7", as-groups: [dev, ops], as-user-extra: {acme.com/project: [a, b], Scopes: [view]}}
            """);

        using var connection = ClusterConnection.FromKubeconfig(path);
        using var message = connection.Sender.CreateMessage(new ApiCall(HttpMethod.Get, "version"));

        Assert.Equal(
            [
                "Impersonate-User: alice", "Impersonate-Uid: 7", "Impersonate-Group: dev, ops",
                "Impersonate-Extra-acme.com%2Fproject: a, b", "Impersonate-Extra-Scopes: view",
            ],
            message.Headers.Where(header => header.Key.StartsWith("Impersonate-", StringComparison.Ordinal))
                .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}"));
    }

    [Fact]
    public void RelativePaths_OfSeveralFiles_AreFromTheirOwnFolders()
    {
        var clusters = Write("clusters/config", """
            current-context: dev
            clusters: [{name: dev, cluster: {server: "https://api.example.com", certificate-authority: ca.pem}}]
            contexts: [{name: dev, context: {cluster: dev, user: me}}]
            """);
        var users = Write("users/config", """
            users: [{name: me, user: {tokenFile: secrets/token}}, {name: me, user: {token: other}}]
            """);
        Write("clusters/ca.pem", CreateAuthority());

        var context = KubeconfigFiles.Read([new FileInfo(clusters), new FileInfo(users)], null);

        Assert.Equal("CN=authority", Assert.Single(context.Configuration.SslCaCerts).Subject);
        Assert.Equal(Path.Combine(_folder.FullName, "users", "secrets/token"), context.User.TokenFile);
    }

    private static string CreateAuthority()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=authority", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        return certificate.ExportCertificatePem();
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
