using ImageStreams.Clients;
using ImageStreams.Importing;
using ImageStreams.Storage;
using ImageStreams.Testing;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Clients;

/// <summary>An embedded engine beside a registry without TLS.</summary>
internal sealed class PlainEngine : IDisposable
{
    public PlainEngine(Action<EmbeddedImageStreamOptions> configure)
    {
        var options = new EmbeddedImageStreamOptions();
        configure(options);
        var time = new FakeTimeProvider(EmbeddedEngine.Now);
        Client = new EmbeddedImageStreamClient(
            new InMemoryImageStreamStore(timeProvider: time), new ImageImporter(new PlainRegistry(Registry), time), options, time);
    }

    public InMemoryRegistry Registry { get; } = new();

    public IImageStreamClient Client { get; }

    public void Dispose() => Registry.Dispose();
}
