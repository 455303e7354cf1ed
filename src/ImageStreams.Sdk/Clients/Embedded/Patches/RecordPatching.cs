using ImageStreams.Patching;
using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams.Clients;

/// <summary>Patches records of one kind by the options of a request, in one or several attempts.</summary>
/// <param name="schema">The structure of the kind.</param>
/// <param name="patch">The patch.</param>
/// <param name="options">The options.</param>
/// <param name="timeProvider">The time provider.</param>
internal sealed class RecordPatching(ObjectSchema schema, ObjectPatch patch, WriteOptions options, TimeProvider timeProvider)
{
    private readonly HashSet<string> _warnings = new(StringComparer.Ordinal);

    /// <summary>The subresource that is patched; empty for the object itself.</summary>
    public string Subresource { get; init; } = "";

    /// <summary>Gets a value indicating whether the patch creates an object that is missing.</summary>
    public bool Creates => patch.Type == PatchType.Apply && Subresource.Length == 0;

    /// <summary>Patches a record, or creates one with an apply.</summary>
    /// <param name="live">The record as a reader sees it; null for an apply that creates it.</param>
    /// <exception cref="ApiException">The patch failed.</exception>
    public PatchedRecord<T> Patch<T>(T? live)
        where T : ApiObject, IWireObject<T>
    {
        try
        {
            return patch.Type == PatchType.Apply
                ? Apply(live)
                : new PatchedRecord<T>(
                    PatchResults.Patch(live!, patch, schema, options.FieldValidation, Warn), Owners: null);
        }
        catch (PatchException e)
        {
            throw PatchStatuses.FromPatch(e);
        }
    }

    // An attempt that follows a conflict finds the same problems again.
    private void Warn(string warning)
    {
        if (_warnings.Add(warning))
        {
            options.OnWarning?.Invoke(warning);
        }
    }

    private PatchedRecord<T> Apply<T>(T? live)
        where T : ApiObject, IWireObject<T>
    {
        var writer = new FieldWriter
        {
            Manager = options.FieldManager!,
            ApiVersion = schema.ApiVersion,
            Subresource = Subresource,
        };
        var outcome = FieldOwners.Apply(
            live is null ? null : JsonDocumentTexts.ToTree(live),
            ApplyBodies.Read(patch, schema),
            live?.Metadata.ManagedFields ?? default,
            writer,
            options.Force,
            Timestamp.Now(timeProvider),
            schema);
        return outcome switch
        {
            ApplyOutcome.Applied applied => new PatchedRecord<T>(PatchResults.Read<T>(applied.Object), applied.Entries),
            ApplyOutcome.Conflicted conflicted => throw PatchRefusals.Conflict(conflicted),
            ApplyOutcome.Rejected rejected => throw PatchRefusals.BadRequest(rejected.Message),
            _ => throw new InvalidOperationException($"Unknown outcome of an apply: {outcome.GetType().Name}."),
        };
    }
}
