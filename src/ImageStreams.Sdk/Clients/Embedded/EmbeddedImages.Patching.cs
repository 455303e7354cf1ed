using ImageStreams.Patching;
using ImageStreams.Validation;

namespace ImageStreams.Clients;

internal sealed partial class EmbeddedImages
{
    public Task<PatchResult<Image>> PatchAsync(
        string name, ObjectPatch patch, WriteOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(patch);

        options ??= new WriteOptions();
        FieldManagerRules.RequireForPatch(patch, options);
        var patching = new RecordPatching(ImageSchemas.Images, patch, options, engine.TimeProvider);
        return ConflictRetry.RunAsync(() => PatchOnceAsync(name, patching, options, cancellationToken));
    }

    private async Task<PatchResult<Image>> PatchOnceAsync(
        string name, RecordPatching patching, WriteOptions options, CancellationToken cancellationToken)
    {
        var old = await engine.FindImageAsync(name, cancellationToken).ConfigureAwait(false);
        if (old is null && patching.Creates)
        {
            return await CreateAsync(name, patching, options, cancellationToken).ConfigureAwait(false);
        }

        old ??= await ReadAsync(name, cancellationToken).ConfigureAwait(false);
        var (next, owners) = patching.Patch(old.WithTypeMeta());
        next = next with { Metadata = PatchAnswers.RequireSameObject(next.Metadata, ns: "", name) };
        PatchAnswers.RequireSameVersion(next.Metadata, old.Metadata, ResourceNames.Images);
        return new PatchResult<Image>
        {
            Object = await UpdateAsync(next, old, owners, options, cancellationToken).ConfigureAwait(false),
        };
    }

    private async Task<PatchResult<Image>> CreateAsync(
        string name, RecordPatching patching, WriteOptions options, CancellationToken cancellationToken)
    {
        var (next, owners) = patching.Patch<Image>(live: null);
        var metadata = PatchAnswers.RequireSameObject(next.Metadata, ns: "", name);
        PatchAnswers.RequireNew(metadata, ResourceNames.Images, name);
        RequireValid(next, ImageStreamValidator.Validate(next));
        var created = WithOwners(_writer.Create(next with { Metadata = metadata }), owners ?? default);
        var added = await _writer.AddAsync(created, options.DryRun, cancellationToken).ConfigureAwait(false);
        return new PatchResult<Image> { Object = added.WithTypeMeta(), Created = true };
    }
}
