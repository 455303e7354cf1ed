using ImageStreams.Registries;
using ImageStreams.Testing;

namespace ImageStreams.Quickstart;

/// <summary>A real registry, over plain HTTP.</summary>
internal sealed class RemoteRegistry(string host) : QuickstartRegistry
{
    private static readonly TimeSpan PushTimeout = TimeSpan.FromSeconds(30);
    private readonly RegistryPusher _pusher = new(new Uri($"http://{host}/"));
    private readonly HttpRegistryClient _client = new();

    public override string Host => host;

    public override bool IsInsecure => true;

    public override string Description => host;

    public override IRegistryClient Client => _client;

    public override async Task PushAsync(string image, SyntheticImage content)
    {
        using var limit = new CancellationTokenSource(PushTimeout);
        try
        {
            await _pusher.PushAsync(GetRepository(image), content, limit.Token);
        }
        catch (HttpRequestException e)
        {
            throw new QuickstartException($"Cannot push {GetName(image)}: {e.Message.TrimEnd('.')}.", e);
        }
        catch (OperationCanceledException e)
        {
            var seconds = PushTimeout.TotalSeconds;
            throw new QuickstartException($"Cannot push {GetName(image)}: no answer in {seconds} seconds.", e);
        }
    }

    public override void Dispose()
    {
        _pusher.Dispose();
        _client.Dispose();
    }
}
