namespace ImageStreams.Kubernetes;

/// <summary>Finds the changes that have ended a fight already.</summary>
internal static class FightEnds
{
    public static bool IsEnded(FightTool tool, LiveObject live, FieldPath path, FightSettings settings) => tool switch
    {
        FightTool.FluxKustomization => live.Marks.IsLeftAloneByFlux,
        FightTool.ArgoCd => IsIgnored(live, path, settings),
        _ => false,
    };

    private static bool IsIgnored(LiveObject live, FieldPath path, FightSettings settings) =>
        settings.Applications.Any(application =>
            ArgoApplications.IsNamed(application, live.Marks.Application)
            && ArgoApplications.Ignores(application, live, path, settings.Managers));
}
