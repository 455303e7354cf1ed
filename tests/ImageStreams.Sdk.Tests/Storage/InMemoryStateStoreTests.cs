using ImageStreams.Storage;
using ImageStreams.Tests.Contracts;

namespace ImageStreams.Tests.Storage;

public sealed class InMemoryStateStoreTests : StateStoreContract
{
    protected override IStateStore State { get; } = new InMemoryStateStore();
}
