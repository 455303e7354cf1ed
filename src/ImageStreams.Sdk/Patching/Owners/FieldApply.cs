using System.Text.Json.Nodes;
using ImageStreams.Collections;
using ImageStreams.Schemas;

namespace ImageStreams.Patching;

/// <summary>One server-side apply.</summary>
internal sealed class FieldApply
{
    private const string Kubectl = "kubectl";

    private readonly JsonObject _live;
    private readonly JsonObject _applied;
    private readonly FieldWriter _writer;
    private readonly Timestamp _now;
    private readonly ObjectSchema _schema;

    public FieldApply(JsonObject? live, JsonObject applied, FieldWriter writer, Timestamp now, ObjectSchema schema)
    {
        _live = ManagedFieldsJson.Without(live ?? ZeroObjects.Create(schema.Root));
        (_applied, _writer, _now, _schema) = (applied, writer, now, schema);
    }

    /// <summary>Applies, unless there are conflicts.</summary>
    public ApplyOutcome Run(ValueList<ManagedFieldsEntry> entries, bool force)
    {
        var owners = OwnerList.Read(entries);
        if (owners.IsEmpty)
        {
            var before = _writer with { Manager = FieldOwners.BeforeFirstApply };
            FieldUpdate.Run(owners, ZeroObjects.Create(_schema.Root), _live, before, _now, _schema);
        }

        var former = owners.Find(_writer, FieldOwners.ApplyOperation);
        var owner = ToOwner(former);
        owners.Replace(former, owner);
        var merged = Prune(StructuredMerge.Merge(_schema.Root, _live, _applied), owners, former);
        var changes = FieldComparison.Compare(_schema.Root, _live, merged);
        var conflicts = force ? [] : FindConflicts(owners, owner, changes.Set);
        if (!conflicts.IsEmpty)
        {
            return new ApplyOutcome.Conflicted { Conflicts = conflicts };
        }

        owners.Take(changes.Set.Union(changes.Removed), except: owner);
        return Finish(owners, owner, merged, !changes.IsEmpty);
    }

    private Owner ToOwner(Owner? former)
    {
        var fields = FieldSetBuilder.Create(_schema.Root, _applied);
        return former is null
            ? Owner.Create(_writer, FieldOwners.ApplyOperation, fields)
            : former.WithFields(fields).As(former.Entry with { ApiVersion = _writer.ApiVersion });
    }

    /// <summary>Removes the fields that the applier had before, does not want any more, and nobody else owns.</summary>
    private JsonObject Prune(JsonObject merged, OwnerList owners, Owner? former) => former is null
        ? merged
        : FieldPruning.Prune(_schema.Root, merged, former.Fields, owners.GetFields());

    private ValueList<FieldConflict> FindConflicts(OwnerList owners, Owner own, FieldSet wanted)
    {
        var conflicts = OwnerConflicts.Find(owners, own, wanted);
        return conflicts.IsEmpty || _writer.Manager != Kubectl
            ? OwnerConflicts.ToConflicts(conflicts)
            : OwnerConflicts.ToConflicts(LastApplied.Allow(conflicts, _live, _schema));
    }

    private ApplyOutcome.Applied Finish(OwnerList owners, Owner owner, JsonObject merged, bool isChanged)
    {
        var own = owner.WithFields(owner.Fields.Difference(UnownedFields.All));
        owners.Replace(owner, isChanged ? own.At(_now) : own);
        var result = isChanged ? merged : _live;
        if (_writer.Manager == Kubectl)
        {
            LastApplied.Update(result, _applied);
        }

        NullFields.Remove(_schema.Root, result);
        return new ApplyOutcome.Applied
        {
            Object = result,
            Entries = owners.ToEntries(),
            ChangesObject = !JsonNode.DeepEquals(result, _live) || isChanged,
        };
    }
}
