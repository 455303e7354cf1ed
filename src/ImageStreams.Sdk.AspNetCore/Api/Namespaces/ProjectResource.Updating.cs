using System.Text.Json.Nodes;
using ImageStreams.Patching;

namespace ImageStreams.AspNetCore;

internal sealed partial class ProjectResource
{
    public override async ValueTask<ServedAnswer> UpdateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var next = ObjectRequests.ParseBody(request);
        ObjectRequests.RequireType(next, Definition);
        var current = await ReadAsync(request, cancellationToken).ConfigureAwait(false);
        return await UpdateAsync(next, current, request, cancellationToken).ConfigureAwait(false);
    }

    public override async ValueTask<ServedAnswer> PatchAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var patch = request.Patch!;
        if (patch.Type == PatchType.Apply)
        {
            return await ApplyAsync(patch, request, cancellationToken).ConfigureAwait(false);
        }

        JsonObject current = [];
        return await PatchedUpdates
            .RunAsync(patch, NamespaceDefinitions.NamespaceKind.ActualSchema, ReadCurrentAsync, UpdateCurrentAsync)
            .ConfigureAwait(false);

        async Task<JsonObject> ReadCurrentAsync() => current = await ReadAsync(request, cancellationToken).ConfigureAwait(false);

        Task<ServedAnswer> UpdateCurrentAsync(JsonObject patched)
        {
            ObjectRequests.RequireName(patched, request.Name!, isRequired: true);
            return UpdateAsync(patched, current, request, cancellationToken);
        }
    }

    // What is applied has some of the fields; the others stay as they are.
    private async Task<ServedAnswer> ApplyAsync(ObjectPatch patch, ResourceRequest request, CancellationToken cancellationToken)
    {
        var applied = PatchBodies.ReadApplied(patch, Definition, request);
        var current = await ReadAsync(request, cancellationToken).ConfigureAwait(false);
        var merged = ObjectPatcher.Patch(current, patch with { Type = PatchType.Merge }, ObjectRequests.NoFields).Object;
        ProjectRules.Require(merged, current);
        var body = ToNamespace(applied);
        return await namespaces
            .PatchAsync(request with { Body = body, Patch = patch with { Utf8Json = body } }, cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<ServedAnswer> UpdateAsync(
        JsonObject next, JsonObject current, ResourceRequest request, CancellationToken cancellationToken)
    {
        ProjectRules.Require(next, current);
        var update = request with { Verb = ResourceVerbs.Update, Body = ToNamespace(next), Patch = null };
        return await namespaces.UpdateAsync(update, cancellationToken).ConfigureAwait(false);
    }

    private async Task<JsonObject> ReadAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var found = await namespaces.GetCurrentAsync(Definition, request.Name!, cancellationToken).ConfigureAwait(false);
        var document = ObjectDocuments.WithOwners(found);
        (document["kind"], document["apiVersion"]) = (Definition.Kind, Definition.ApiVersion);
        return document;
    }

    private static byte[] ToNamespace(JsonObject project)
    {
        var (kind, version) = (NamespaceDefinitions.Namespaces.Kind, NamespaceDefinitions.Namespaces.ApiVersion);
        (project["kind"], project["apiVersion"]) = (kind, version);
        return ObjectDocuments.ToUtf8(project);
    }
}
