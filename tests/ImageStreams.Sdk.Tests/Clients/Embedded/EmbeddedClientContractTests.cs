using ImageStreams.Clients;
using ImageStreams.Tests.Contracts;

namespace ImageStreams.Tests.Clients;

/// <summary>The contract of clients, held by the engine in memory.</summary>
public sealed class EmbeddedClientContractTests : ImageStreamClientContract, IDisposable
{
    private readonly EmbeddedEngine _engine = new();

    protected override IImageStreamClient Client => _engine.Client;

    public void Dispose() => _engine.Dispose();
}
