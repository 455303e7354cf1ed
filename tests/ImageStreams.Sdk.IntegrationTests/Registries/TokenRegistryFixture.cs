using System.Net.Http.Headers;

namespace ImageStreams.IntegrationTests.Registries;

/// <summary>A docker-registry that requires tokens of the fixture's token server.</summary>
public sealed class TokenRegistryFixture : DockerRegistryFixture
{
    internal TokenServer Tokens { get; private set; } = null!;

    protected override async Task StartAsync()
    {
        Tokens = await TokenServer.StartAsync();
        await base.StartAsync();
    }

    protected override async Task StopAsync()
    {
        await base.StopAsync();
        if (Tokens is not null)
        {
            await Tokens.DisposeAsync();
        }
    }

    protected override string MoreConfiguration(string folder)
    {
        var path = Path.Combine(folder, "tokens.crt");
        File.WriteAllText(path, Tokens.Issuer.CertificatePem);
        return $"""
            auth:
              token:
                realm: {Tokens.Realm}
                service: {TokenIssuer.Service}
                issuer: {TokenIssuer.Name}
                rootcertbundle: {path}
            """;
    }

    protected override HttpClient CreateClient(string repository)
    {
        var client = base.CreateClient(repository);
        var token = Tokens.Issuer.Issue([$"repository:{repository}:pull,push"], TokenServer.Lifetime);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }
}
