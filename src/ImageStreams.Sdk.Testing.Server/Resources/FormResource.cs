using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Patching;

namespace ImageStreams.Testing.Server;

/// <summary>Serves the objects of another resource in a form of its own.</summary>
/// <remarks>Selectors, versions, owners of fields and everything else are those of the resource that keeps the objects.</remarks>
internal sealed class FormResource(ResourceDefinition definition, ObjectForm form, StoredResource stored) : ServedResource
{
    public override ResourceDefinition Definition => definition;

    public override async ValueTask<ServedAnswer> GetAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        Convert(await stored.GetAsync(request, cancellationToken).ConfigureAwait(false));

    public override async ValueTask<ServedAnswer> ListAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        Convert(await stored.ListAsync(request, cancellationToken).ConfigureAwait(false));

    public override IAsyncEnumerable<ServedEvent> WatchAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        stored.WatchAsync(request, Serve, cancellationToken);

    public override async ValueTask<ServedAnswer> CreateAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        Convert(await stored.CreateAsync(ToStored(request), cancellationToken).ConfigureAwait(false));

    public override async ValueTask<ServedAnswer> UpdateAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        Convert(await stored.UpdateAsync(ToStored(request), cancellationToken).ConfigureAwait(false));

    public override async ValueTask<ServedAnswer> PatchAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var patch = request.Patch!;
        if (patch.Type == PatchType.Apply)
        {
            var applied = PatchBodies.ReadApplied(patch, definition, request);
            var body = ObjectDocuments.ToUtf8(WithType(form.ToStored(applied)));
            var call = request with { Body = body, Patch = patch with { Utf8Json = body } };
            return Convert(await stored.PatchAsync(call, cancellationToken).ConfigureAwait(false));
        }

        return await PatchedUpdates
            .RunAsync(patch, ObjectRequests.NoFields, () => ReadAsync(request, cancellationToken), UpdatePatchedAsync)
            .ConfigureAwait(false);

        async Task<ServedAnswer> UpdatePatchedAsync(JsonObject patched)
        {
            var update = request with { Verb = ResourceVerbs.Update, Body = ObjectDocuments.ToUtf8(patched), Patch = null };
            return await UpdateAsync(update, cancellationToken).ConfigureAwait(false);
        }
    }

    public override ValueTask<ServedAnswer> DeleteAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        stored.DeleteAsync(request, cancellationToken);

    public override async ValueTask<ServedAnswer> DeleteCollectionAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        Convert(await stored.DeleteCollectionAsync(request, cancellationToken).ConfigureAwait(false));

    private async Task<JsonObject> ReadAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        Read(((ServedAnswer.One)await GetAsync(request, cancellationToken).ConfigureAwait(false)).Object.Utf8Json);

    private static JsonObject Read(ReadOnlyMemory<byte> utf8Json) =>
        JsonNode.Parse(utf8Json.Span) as JsonObject ?? throw ServedErrors.BadRequest("the body is not an object");

    private ResourceRequest ToStored(ResourceRequest request)
    {
        var body = ObjectRequests.ParseBody(request);
        ObjectRequests.RequireType(body, definition);
        return request with { Body = ObjectDocuments.ToUtf8(WithType(form.ToStored(body))) };
    }

    private JsonObject WithType(JsonObject value)
    {
        (value["kind"], value["apiVersion"]) = (form.StoredKind, form.StoredVersion);
        return value;
    }

    private ServedAnswer Convert(ServedAnswer answer) => answer switch
    {
        ServedAnswer.One one => one with { Object = Serve(one.Object) },
        ServedAnswer.Many many => many with { List = many.List with { Items = [.. many.List.Items.Select(Serve)] } },
        _ => answer,
    };

    private ServedObject Serve(ServedObject value) => new(ObjectDocuments.ToUtf8(form.FromStored(Read(value.Utf8Json))));
}
