using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;

namespace ImageStreams.Testing.Server;

/// <summary>Serves custom resource definitions: when one is written, its resource is served or not, and when one goes, its objects go
/// with it.</summary>
internal sealed class CustomDefinitionResource(StoredResource stored, CustomKinds kinds) : WrappedResource(stored)
{
    public override async ValueTask<ServedAnswer> CreateAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        await FollowAsync(base.CreateAsync(request, cancellationToken), cancellationToken).ConfigureAwait(false);

    public override async ValueTask<ServedAnswer> UpdateAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        await FollowAsync(base.UpdateAsync(request, cancellationToken), request.Name!, cancellationToken).ConfigureAwait(false);

    public override async ValueTask<ServedAnswer> PatchAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        await FollowAsync(base.PatchAsync(request, cancellationToken), request.Name!, cancellationToken).ConfigureAwait(false);

    public override async ValueTask<ServedAnswer> DeleteAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        await FollowAsync(base.DeleteAsync(request, cancellationToken), request.Name!, cancellationToken).ConfigureAwait(false);

    public override async ValueTask<ServedAnswer> DeleteCollectionAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var call = base.DeleteCollectionAsync(request, cancellationToken);
        var answer = (ServedAnswer.Many)await FollowAsync(call, cancellationToken).ConfigureAwait(false);
        foreach (var name in answer.List.Items.Select(FindName))
        {
            await kinds.RemoveObjectsAsync(name, cancellationToken).ConfigureAwait(false);
        }

        return answer;
    }

    private async Task<ServedAnswer> FollowAsync(ValueTask<ServedAnswer> call, CancellationToken cancellationToken)
    {
        var answer = await call.ConfigureAwait(false);
        await kinds.RefreshAsync(cancellationToken).ConfigureAwait(false);
        return answer;
    }

    // A write can take the last finalizer of a definition, which is gone then.
    private async Task<ServedAnswer> FollowAsync(ValueTask<ServedAnswer> call, string name, CancellationToken cancellationToken)
    {
        var answer = await FollowAsync(call, cancellationToken).ConfigureAwait(false);
        await kinds.RemoveObjectsAsync(name, cancellationToken).ConfigureAwait(false);
        return answer;
    }

    private static string FindName(ServedObject value) =>
        (JsonNode.Parse(value.Metadata.Span) as JsonObject)?.FindText("name") ?? "";
}
