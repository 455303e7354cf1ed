using ImageStreams.Collections;

namespace ImageStreams.Kubernetes;

/// <summary>Writes the changes that end fights.</summary>
internal static class FightRemedies
{
    /// <summary>Writes the changes of which each ends a fight, the best first.</summary>
    /// <param name="tool">The tool.</param>
    /// <param name="live">The object.</param>
    /// <param name="path">The field.</param>
    /// <param name="manager">The manager of the one who is to own the field.</param>
    public static ValueList<FightRemedy> Create(FightTool tool, LiveObject live, FieldPath path, string manager) => tool switch
    {
        FightTool.ArgoCd => ArgoRemedies.Create(live, path, manager),
        FightTool.FluxKustomization => FluxRemedies.CreateForKustomization(live, path),
        FightTool.FluxHelmRelease => [.. FluxRemedies.CreateForHelmRelease(live, path), .. HelmRemedies.Create(live, path)],
        FightTool.Helm => HelmRemedies.Create(live, path),
        FightTool.KubectlApply => KubectlRemedies.Create(live, path),
        FightTool.Operator => OperatorRemedies.Create(live),
        FightTool.ImageTriggers => OperatorRemedies.CreateForTriggers(live),
        _ => [],
    };

    /// <summary>The kind and the name, such as <c>Deployment web</c>.</summary>
    public static string Describe(LiveObject live) => $"{live.Value.Kind} {live.Value.Name}";

    /// <summary>The arguments by which kubectl finds the object, such as <c>-n shop Deployment.v1.apps/web</c>.</summary>
    public static string GetArguments(LiveObject live) => GetArguments(live.Value.Namespace, live.Value, live.Value.Kind ?? "", live.Value.Name);

    /// <summary>The arguments by which kubectl finds an object.</summary>
    public static string GetArguments(string ns, ApiObject version, string kind, string name)
    {
        var (group, number) = ObjectTrees.SplitVersion(version);
        var type = group.Length == 0 ? kind : $"{kind}.{number}.{group}";
        return $"{(ns.Length == 0 ? "" : $"-n {QuotedText.Shell(ns)} ")}{QuotedText.Shell($"{type}/{name}")}";
    }
}
