using System.Text.Json.Nodes;
using ImageStreams.Clients;
using ImageStreams.Collections;
using ImageStreams.Storage;

namespace ImageStreams.AspNetCore;

internal sealed partial class StoredResource
{
    public override async ValueTask<ServedAnswer> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        Warn(request);
        if (request.Subresource is { } subresource)
        {
            var action = Actions.GetValueOrDefault(subresource) ?? throw ServedErrors.ResourceNotFound();
            return await action(request, cancellationToken).ConfigureAwait(false);
        }

        var document = _requests.ReadObject(request);
        if (document.FindText("metadata", "resourceVersion") is { Length: > 0 } and not "0")
        {
            throw ServedErrors.Create(
                ApiFailure.InternalError, 500, null, "resourceVersion should not be set on objects to be created");
        }

        _states.Complete(document);
        _states.BeginCreate(document);
        var sent = ObjectDocuments.TakeOwners(document);
        var owners = _owners.Update(null, document, default, sent, request);
        var created = await StoreNewAsync(document, owners, request, cancellationToken).ConfigureAwait(false);
        return ServedAnswer.FromCreated(ObjectDocuments.ToServed(created));
    }

    private async Task<ClusterObject> StoreNewAsync(
        JsonObject document, ValueList<ManagedFieldsEntry> owners, ResourceRequest request, CancellationToken cancellationToken)
    {
        await MutateAsync(document, null, cancellationToken).ConfigureAwait(false);
        _states.EndCreate(document, request);
        var value = ObjectDocuments.ToObject(document, owners);
        await RequireNamespaceAsync(value, request.Write.DryRun, cancellationToken).ConfigureAwait(false);
        await AdmitAsync(value, null, request, cancellationToken).ConfigureAwait(false);
        if (!request.Write.DryRun)
        {
            return await CallStoreAsync(_objects.CreateAsync(value, cancellationToken), value.Name).ConfigureAwait(false);
        }

        var known = await _objects.FindAsync(ObjectKey.FromObject(value), cancellationToken).ConfigureAwait(false);
        return known is null ? value : throw _errors.AlreadyExists(value.Name);
    }

    private ValueTask AdmitAsync(ClusterObject next, ClusterObject? old, ResourceRequest request, CancellationToken cancellationToken) =>
        Admission?.Invoke(next, old, request, cancellationToken) ?? ValueTask.CompletedTask;

    private Task MutateAsync(JsonObject document, JsonObject? old, CancellationToken cancellationToken) =>
        Mutation?.Invoke(document, old, cancellationToken) ?? Task.CompletedTask;

    private async Task RequireNamespaceAsync(ClusterObject value, bool isDryRun, CancellationToken cancellationToken)
    {
        if (_namespaces is null || !Definition.IsNamespaced)
        {
            return;
        }

        var state = isDryRun
            ? _namespaces.PeekStateAsync(value.Namespace, cancellationToken)
            : _namespaces.GetStateAsync(value.Namespace, cancellationToken);
        switch (await state.ConfigureAwait(false))
        {
            case NamespaceState.NotFound:
                throw NamespaceErrors.Missing(value.Namespace);
            case NamespaceState.Terminating:
                throw NamespaceErrors.Terminating(Definition, value);
        }
    }

    private async Task<T> CallStoreAsync<T>(ValueTask<T> call, string name)
    {
        try
        {
            return await call.ConfigureAwait(false);
        }
        catch (StoreException e)
        {
            throw _errors.FromStore(e, name);
        }
    }
}
