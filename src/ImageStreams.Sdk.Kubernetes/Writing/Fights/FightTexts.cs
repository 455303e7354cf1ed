namespace ImageStreams.Kubernetes;

/// <summary>The reasons of fights, in sentences.</summary>
internal static class FightTexts
{
    public static string Explain(FightTool tool, FightEvidence evidence, LiveObject live, LiveOwner? owner) =>
        $"{DescribeGrounds(evidence, live, owner)} {DescribeNext(tool, evidence, live, owner)}";

    private static string DescribeGrounds(FightEvidence evidence, LiveObject live, LiveOwner? owner) => evidence switch
    {
        FightEvidence.Owner => $"{owner!.Manager} owns the field ({owner.Entry.Operation}{DescribeTime(owner)}).",
        FightEvidence.LastApplied => "The last applied configuration has the field.",
        FightEvidence.Controller => $"{live.Marks.Controller} controls the object.",
        _ => $"{owner!.Manager} writes the object, and another manager has taken the field since.",
    };

    private static string DescribeTime(LiveOwner owner) => owner.Entry.Time is { } time ? $", {time}" : "";

    private static string DescribeNext(FightTool tool, FightEvidence evidence, LiveObject live, LiveOwner? owner)
    {
        var sets = evidence == FightEvidence.Management ? "may set it again" : "sets it again";
        var by = ManagerTools.FindObject(tool, live) is { } named ? $" of {named}" : "";
        return tool switch
        {
            FightTool.ArgoCd => $"Argo CD {sets} at every sync{by}.",
            FightTool.FluxKustomization => $"Flux {sets} at every reconciliation{by}.",
            FightTool.FluxHelmRelease => $"Flux {sets} at every upgrade{by}, and at every reconciliation where it corrects drift.",
            FightTool.Helm => $"Helm {sets} at every upgrade{by}.",
            FightTool.KubectlApply when owner?.IsApplier == true =>
                $"The next server-side kubectl apply stops with a conflict, or {sets} with --force-conflicts.",
            FightTool.KubectlApply => $"The next kubectl apply of the file {sets}.",
            FightTool.Operator => $"Its controller {sets} whenever it reconciles the object.",
            FightTool.ImageTriggers => "OpenShift's own trigger controller sets it again as soon as it sees another image.",
            _ => $"The next apply of {owner?.Manager} stops with a conflict, or {sets} by force.",
        };
    }
}
