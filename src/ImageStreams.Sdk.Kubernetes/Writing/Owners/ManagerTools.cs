namespace ImageStreams.Kubernetes;

/// <summary>Finds the tools behind the names of field managers.</summary>
internal static class ManagerTools
{
    private const string Kubectl = "kubectl";
    private const string ClientSideApply = "kubectl-client-side-apply";
    private const string BeforeFirstApply = "before-first-apply";
    private const string OpenShift = "openshift-controller-manager";

    private static readonly string[] ControllerEndings = ["operator", "-controller", "manager"];

    /// <summary>Finds the tool of a manager; null for one who wrote once, such as a person with an editor.</summary>
    public static FightTool? Find(LiveOwner owner, LiveObject live) => owner.Manager switch
    {
        "argocd-controller" or "argocd-application-controller" => FightTool.ArgoCd,
        "kustomize-controller" => FightTool.FluxKustomization,
        "helm-controller" => FightTool.FluxHelmRelease,
        "helm" => live.Marks.HelmRelease is null ? FightTool.Helm : FightTool.FluxHelmRelease,
        Kubectl when owner.IsApplier => FightTool.KubectlApply,
        ClientSideApply => FightTool.KubectlApply,
        BeforeFirstApply when live.LastApplied is not null => FightTool.KubectlApply,
        OpenShift when live.Marks.HasTriggers => FightTool.ImageTriggers,
        _ => FindOther(owner, live),
    };

    /// <summary>Determines whether a tool compares with the last applied object what it changes, when it writes as an update.</summary>
    public static bool ComparesWithLastApplied(FightTool tool, LiveOwner owner) =>
        tool is FightTool.KubectlApply or FightTool.ArgoCd && !owner.IsApplier;

    /// <summary>The object by which a tool manages an object; null where nothing names it.</summary>
    public static string? FindObject(FightTool tool, LiveObject live) => tool switch
    {
        FightTool.ArgoCd when live.Marks.Application is { } application => $"Application {application}",
        FightTool.FluxKustomization when live.Marks.Kustomization is { } kustomization => $"Kustomization {kustomization}",
        FightTool.FluxHelmRelease when live.Marks.HelmRelease is { } release => $"HelmRelease {release}",
        FightTool.Helm when live.Marks.Release is { } release => $"release {release}",
        FightTool.Operator when live.Marks.Controller is { } owner => owner.ToString(),
        FightTool.Operator when live.Marks.ClusterServiceVersion is { } version => $"ClusterServiceVersion {version}",
        _ => null,
    };

    private static FightTool? FindOther(LiveOwner owner, LiveObject live)
    {
        var isController = live.Marks.Controller is not null && !owner.Manager.StartsWith(Kubectl, StringComparison.Ordinal);
        if (isController || Array.Exists(ControllerEndings, ending => owner.Manager.EndsWith(ending, StringComparison.Ordinal)))
        {
            return FightTool.Operator;
        }

        return owner.IsApplier ? FightTool.OtherApplier : null;
    }
}
