using ImageStreams.Patching;

namespace ImageStreams.Clients;

internal sealed partial class EmbeddedTags
{
    public Task<ImageStreamTag> PatchAsync(
        string ns,
        string name,
        Func<ImageStreamTag, ImageStreamTag> change,
        WriteOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ns);
        ArgumentNullException.ThrowIfNull(change);
        return _writing.ChangeAsync(
            ns, name, change, (stream, tag, changed) => Change(stream, tag, changed), options, cancellationToken);
    }

    public Task<PatchResult<ImageStreamTag>> PatchAsync(
        string ns,
        string name,
        ObjectPatch patch,
        WriteOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ns);
        ArgumentNullException.ThrowIfNull(patch);
        return _writing.PatchAsync(ns, name, patch, Change, options, cancellationToken);
    }
}
