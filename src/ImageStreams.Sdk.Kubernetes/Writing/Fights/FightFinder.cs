using ImageStreams.Collections;
using ImageStreams.Patching;

namespace ImageStreams.Kubernetes;

/// <summary>Finds the fights over the fields that a write changes.</summary>
/// <param name="live">The object.</param>
/// <param name="changed">The fields.</param>
/// <param name="contested">The fields that the next client-side apply sets again; null when the object is not applied so.</param>
/// <param name="settings">The settings.</param>
internal sealed class FightFinder(LiveObject live, FieldSet changed, FieldSet? contested, FightSettings settings)
{
    private const int MaxFights = 1_000;

    private readonly OrderedDictionary<(string Field, FightTool Tool), FieldFight> _fights = [];

    public ValueList<FieldFight> Find()
    {
        foreach (var owner in live.Owners)
        {
            AddOwned(owner);
        }

        AddLastApplied();
        AddController();
        AddManaged();
        return _fights.Values.OrderBy(fight => fight.Field, StringComparer.Ordinal).ToValueList();
    }

    private void AddOwned(LiveOwner owner)
    {
        if (IsOwn(owner) || ManagerTools.Find(owner, live) is not { } tool)
        {
            return;
        }

        var fields = changed.GetOverlap(owner.Fields);
        if (contested is not null && ManagerTools.ComparesWithLastApplied(tool, owner))
        {
            fields = fields.GetOverlap(contested);
        }

        Add(fields, tool, FightEvidence.Owner, owner);
    }

    private void AddLastApplied()
    {
        if (contested is not null)
        {
            Add(changed.GetOverlap(contested), live.Marks.Application is null ? FightTool.KubectlApply : FightTool.ArgoCd, FightEvidence.LastApplied);
        }
    }

    // A controller sets all but the metadata, which others may add to.
    private void AddController()
    {
        if (live.Marks.Controller is not null)
        {
            Add(changed, FightTool.Operator, FightEvidence.Controller, where: path => !path.IsMetadata);
        }
    }

    /// <summary>Adds the fields that a tool had to set when it created the object, and that others have taken since.</summary>
    private void AddManaged()
    {
        foreach (var owner in live.Owners)
        {
            if (!IsOwn(owner) && ManagerTools.Find(owner, live) is { } tool && !IsDecided(tool, owner))
            {
                var items = owner.Fields.GetPaths().ToHashSet(StringComparer.Ordinal);
                Add(changed, tool, FightEvidence.Management, owner, path => path.IsContainerImage && items.Contains(path.Parent!.ToString()));
            }
        }
    }

    private bool IsDecided(FightTool tool, LiveOwner owner) =>
        tool is FightTool.ImageTriggers or FightTool.Operator
        || (contested is not null && ManagerTools.ComparesWithLastApplied(tool, owner));

    private void Add(
        FieldSet fields, FightTool tool, FightEvidence evidence, LiveOwner? owner = null, Func<FieldPath, bool>? where = null)
    {
        foreach (var path in FieldPaths.List(fields, MaxFights).Where(where ?? (static _ => true)))
        {
            var key = (path.ToString(), tool);
            if (_fights.Count < MaxFights && !_fights.ContainsKey(key) && !FightEnds.IsEnded(tool, live, path, settings))
            {
                _fights.Add(key, Create(path, tool, evidence, owner));
            }
        }
    }

    private FieldFight Create(FieldPath path, FightTool tool, FightEvidence evidence, LiveOwner? owner) => new()
    {
        Field = path.ToString(),
        Tool = tool,
        ToolObject = ManagerTools.FindObject(tool, live),
        Manager = owner?.Manager,
        Operation = owner?.Entry.Operation,
        Time = owner?.Entry.Time,
        Evidence = evidence,
        Explanation = FightTexts.Explain(tool, evidence, live, owner),
        Remedies = FightRemedies.Create(tool, live, path, settings.Manager),
    };

    private bool IsOwn(LiveOwner owner) => settings.Managers.Contains(owner.Manager);
}
