using ImageStreams.Storage;
using ImageStreams.Tests.Contracts;

namespace ImageStreams.Tests.Controllers;

public sealed class InMemoryRestartTests : RestartContract
{
    private readonly InMemoryImageStreamStore _streams = new();
    private readonly InMemoryStateStore _state = new();

    protected override Task<(IImageStreamStore Streams, IStateStore State, IAsyncDisposable? Hold)> OpenAsync() =>
        Task.FromResult<(IImageStreamStore, IStateStore, IAsyncDisposable?)>((_streams, _state, null));
}
