using System.Text.Json.Nodes;
using ImageStreams.Patching;

namespace ImageStreams.AspNetCore;

internal sealed partial class StoredResource
{
    private static bool IsScale(ResourceRequest request) => request.Subresource == ScaleDocuments.Name;

    private Task<ServedAnswer> UpdateScaleAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var patch = new ObjectPatch { Type = PatchType.Merge, Utf8Json = request.Body };
        return ScaleAsync(patch, request, cancellationToken);
    }

    /// <summary>Changes the number of pods of an object as a patch of its scale says.</summary>
    private async Task<ServedAnswer> ScaleAsync(ObjectPatch patch, ResourceRequest request, CancellationToken cancellationToken)
    {
        var current = await FindAsync(request, cancellationToken).ConfigureAwait(false) ?? throw _errors.NotFound(request.Name!);
        var next = ObjectDocuments.FromObject(current);
        var scale = Patch(ScaleDocuments.Create(next, IsOldScale), patch);
        next.GetOrAddObject("spec")["replicas"] = scale.FindNumber("spec", "replicas") ?? 0;
        next.GetOrAddObject("metadata").CopyFrom(scale.GetOrAddObject("metadata"), "resourceVersion");
        return AnswerScale(IsOldScale
            ? await ReplaceAsAnybodyAsync(current, next, request, cancellationToken).ConfigureAwait(false)
            : await ReplaceAsync(current, next, null, request, cancellationToken).ConfigureAwait(false));
    }

    private bool IsOldScale => ScaleDocuments.IsOld(Definition);

    private ServedAnswer AnswerScale(ClusterObject value) =>
        ScaleDocuments.ToAnswer(ScaleDocuments.Create(ObjectDocuments.FromObject(value), IsOldScale), IsOldScale);

    private JsonObject Patch(JsonObject scale, ObjectPatch patch)
    {
        try
        {
            return patch.Type == PatchType.Apply
                ? throw ServedErrors.BadRequest("a scale is changed by an update or a patch, not by an apply")
                : ObjectPatcher.Patch(scale, patch, OpenSchemas.Create(Definition)).Object;
        }
        catch (PatchException e)
        {
            throw ObjectErrors.FromPatch(e);
        }
    }
}
