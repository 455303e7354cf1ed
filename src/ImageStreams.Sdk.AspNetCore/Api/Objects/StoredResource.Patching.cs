using System.Text.Json.Nodes;
using ImageStreams.Patching;

namespace ImageStreams.AspNetCore;

internal sealed partial class StoredResource
{
    public override async ValueTask<ServedAnswer> PatchAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        Warn(request);
        var patch = PatchBodies.Require(request, _kind);
        return await RepeatAsync(() => AttemptAsync(), null).ConfigureAwait(false);

        Task<ServedAnswer> AttemptAsync() => patch.Type switch
        {
            _ when IsScale(request) => ScaleAsync(patch, request, cancellationToken),
            PatchType.Apply => ApplyAsync(patch, request, cancellationToken),
            _ => PatchAsync(patch, request, cancellationToken),
        };
    }

    private async Task<ServedAnswer> PatchAsync(ObjectPatch patch, ResourceRequest request, CancellationToken cancellationToken)
    {
        var current = await FindAsync(request, cancellationToken).ConfigureAwait(false) ?? throw _errors.NotFound(request.Name!);
        var document = ObjectDocuments.FromObject(current);
        var before = document.FindText("metadata", "resourceVersion");
        try
        {
            var patched = ObjectPatcher.Patch(
                ObjectDocuments.WithOwners(current), patch, _kind.ActualSchema, request.Write.FieldValidation);
            var next = Check(patched, request);
            var sent = ObjectDocuments.TakeOwners(next, current.Metadata.ManagedFields);
            ObjectRequests.RequireName(next, request.Name!, isRequired: true);
            ObjectRequests.Place(next, request);
            VersionErrors.RequirePatched(next, before, _errors, request.Name!);
            return Answer(await ReplaceAsync(current, next, sent, request, cancellationToken).ConfigureAwait(false));
        }
        catch (PatchException e)
        {
            throw ObjectErrors.FromPatch(e);
        }
    }

    private JsonObject Check(PatchedObject patched, ResourceRequest request)
    {
        var check = _requests.Check(patched.Object);
        if (check.WrongType is { } wrong)
        {
            throw patched.CreateError(wrong);
        }

        var unknown = check.Unknown.Select(static field => $"unknown field \"{field}\"");
        if (request.Write.FieldValidation != FieldValidation.Ignore)
        {
            patched.Report(patched.Problems.Concat(unknown), request.Write.FieldValidation, request.Warn);
        }

        return patched.Object;
    }

    private async Task<ServedAnswer> ApplyAsync(ObjectPatch patch, ResourceRequest request, CancellationToken cancellationToken)
    {
        var applied = PatchBodies.ReadApplied(patch, Definition, request);
        var current = await FindAsync(request, cancellationToken).ConfigureAwait(false);
        if (current is null && request.Subresource is not null)
        {
            throw _errors.NotFound(request.Name!);
        }

        var live = current is null ? null : Read(current);
        var outcome = _owners.Apply(live, applied, current?.Metadata.ManagedFields ?? default, request);
        return outcome switch
        {
            ApplyOutcome.Conflicted conflicts => throw ObjectErrors.FromConflicts(conflicts),
            ApplyOutcome.Rejected rejected => throw ServedErrors.BadRequest(rejected.Message),
            ApplyOutcome.Applied merged when current is null =>
                await CreateAppliedAsync(merged, request, cancellationToken).ConfigureAwait(false),
            var merged => await UpdateAppliedAsync(current!, live!, (ApplyOutcome.Applied)merged, request, cancellationToken)
                .ConfigureAwait(false),
        };
    }

    private async Task<ServedAnswer> CreateAppliedAsync(
        ApplyOutcome.Applied merged, ResourceRequest request, CancellationToken cancellationToken)
    {
        var document = merged.Object;
        VersionErrors.RequireNone(document, _errors, request.Name!);
        document.GetOrAddObject("metadata")["name"] = request.Name;
        ObjectRequests.Place(document, request);
        _states.Complete(document);
        _states.BeginCreate(document);
        var created = await StoreNewAsync(document, merged.Entries, request, cancellationToken).ConfigureAwait(false);
        return ServedAnswer.FromCreated(ObjectDocuments.ToServed(created));
    }

    private async Task<ServedAnswer> UpdateAppliedAsync(
        ClusterObject current,
        JsonObject live,
        ApplyOutcome.Applied merged,
        ResourceRequest request,
        CancellationToken cancellationToken)
    {
        var document = merged.Object;
        ObjectRequests.RequireName(document, request.Name!, isRequired: false);
        VersionErrors.RequirePatched(document, current.Metadata.ResourceVersion, _errors, request.Name!);
        RequireSame(current, document);
        _states.Complete(document);
        _states.BeginUpdate(document, live, IsStatus(request));
        return Answer(await StoreNextAsync(current, live, document, merged.Entries, request, cancellationToken).ConfigureAwait(false));
    }
}
