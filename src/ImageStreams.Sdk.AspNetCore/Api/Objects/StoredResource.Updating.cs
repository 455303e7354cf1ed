using System.Text.Json.Nodes;
using ImageStreams.Clients;
using ImageStreams.Collections;
using ImageStreams.Storage;

namespace ImageStreams.AspNetCore;

internal sealed partial class StoredResource
{
    /// <summary>The maximum number of attempts of a write that names no version.</summary>
    private const int MaxAttempts = 100;

    public override async ValueTask<ServedAnswer> UpdateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        Warn(request);
        if (IsScale(request))
        {
            return await UpdateScaleAsync(request, cancellationToken).ConfigureAwait(false);
        }

        var document = _requests.ReadObject(request);
        ObjectRequests.RequireName(document, request.Name!, isRequired: true);
        var sent = ObjectDocuments.TakeOwners(document);
        return await RepeatAsync(() => AttemptAsync(), document.FindText("metadata", "resourceVersion")).ConfigureAwait(false);

        async Task<ServedAnswer> AttemptAsync()
        {
            var current = await FindAsync(request, cancellationToken).ConfigureAwait(false) ?? throw _errors.NotFound(request.Name!);
            var next = (JsonObject)document.DeepClone();
            return Answer(await ReplaceAsync(current, next, sent, request, cancellationToken).ConfigureAwait(false));
        }
    }

    /// <summary>Replaces an object by a document that a client sent, or that a patch made of it.</summary>
    private async Task<ClusterObject> ReplaceAsync(
        ClusterObject current, JsonObject next, JsonNode? sent, ResourceRequest request, CancellationToken cancellationToken)
    {
        RequireSame(current, next);
        var old = Read(current);
        _states.Complete(next);
        _states.BeginUpdate(next, old, IsStatus(request));
        var owners = _owners.Update(old, next, current.Metadata.ManagedFields, sent, request);
        return await StoreNextAsync(current, old, next, owners, request, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Replaces an object without a change of the owners of its fields.</summary>
    private Task<ClusterObject> ReplaceAsAnybodyAsync(
        ClusterObject current, JsonObject next, ResourceRequest request, CancellationToken cancellationToken)
    {
        RequireSame(current, next);
        var old = Read(current);
        _states.Complete(next);
        _states.BeginUpdate(next, old, isStatus: false);
        return StoreNextAsync(current, old, next, current.Metadata.ManagedFields, request, cancellationToken);
    }

    private async Task<ClusterObject> StoreNextAsync(
        ClusterObject current,
        JsonObject old,
        JsonObject next,
        ValueList<ManagedFieldsEntry> owners,
        ResourceRequest request,
        CancellationToken cancellationToken)
    {
        if (request.Subresource is null)
        {
            await MutateAsync(next, old, cancellationToken).ConfigureAwait(false);
        }

        _states.EndUpdate(next, old, request);
        var isSame = JsonNode.DeepEquals(next, old) && owners == current.Metadata.ManagedFields;
        var value = isSame ? current : ObjectDocuments.ToObject(next, owners);
        if (!isSame)
        {
            await AdmitAsync(value, current, request, cancellationToken).ConfigureAwait(false);
        }

        return request.Write.DryRun || isSame ? value : await StoreAsync(value, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ClusterObject> StoreAsync(ClusterObject value, CancellationToken cancellationToken)
    {
        if (IsFinalized(value))
        {
            return await RemoveAsync(value, cancellationToken).ConfigureAwait(false);
        }

        // One that was only imagined has no version yet; another writer who is faster is a conflict, after which it is read.
        return value.Metadata.ResourceVersion is null
            ? await CallStoreAsync(_objects.CreateAsync(value, cancellationToken), value.Name).ConfigureAwait(false)
            : await CallStoreAsync(_objects.UpdateAsync(value, cancellationToken), value.Name).ConfigureAwait(false);
    }

    // The object of the answer is the one without its last finalizer, which is stored no more.
    private async Task<ClusterObject> RemoveAsync(ClusterObject value, CancellationToken cancellationToken)
    {
        var preconditions = new DeletePreconditions { ResourceVersion = value.Metadata.ResourceVersion };
        await CallStoreAsync(_objects.DeleteAsync(ObjectKey.FromObject(value), preconditions, cancellationToken), value.Name)
            .ConfigureAwait(false);
        return value;
    }

    private bool IsFinalized(ClusterObject value) =>
        value.Metadata is { DeletionTimestamp: not null, Finalizers.IsEmpty: true } && !_kind.Rules.IsHeld(ObjectDocuments.FromObject(value));

    private static bool IsStatus(ResourceRequest request) => request.Subresource == "status";

    private void RequireSame(ClusterObject current, JsonObject next)
    {
        var uid = next.FindText("metadata", "uid");
        if (!string.IsNullOrEmpty(uid) && uid != current.Metadata.Uid)
        {
            throw _errors.Conflict(
                current.Name, $"Precondition failed: UID in precondition: {uid}, UID in object meta: {current.Metadata.Uid}");
        }

        var version = next.FindText("metadata", "resourceVersion");
        if (string.IsNullOrEmpty(version) || version == "0")
        {
            VersionErrors.RequireUnconditional(_kind, _errors, current.Name);
        }
        else if (!VersionErrors.IsNumber(version))
        {
            throw VersionErrors.NoNumber(version);
        }
        else if (version != current.Metadata.ResourceVersion)
        {
            throw _errors.Conflict(current.Name);
        }
    }

    // Others may have written since the object was read; a writer who names a version wants to know that.
    private static async Task<T> RepeatAsync<T>(Func<Task<T>> attempt, string? version)
    {
        for (var attempts = 1; attempts < MaxAttempts && string.IsNullOrEmpty(version); attempts++)
        {
            try
            {
                return await attempt().ConfigureAwait(false);
            }
            catch (ApiException e) when (e.InnerException is StoreException { Reason: StoreFailure.Conflict or StoreFailure.AlreadyExists })
            {
                // The next attempt reads what the other one has written.
            }
        }

        return await attempt().ConfigureAwait(false);
    }
}
