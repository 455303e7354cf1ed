namespace ImageStreams.Tests.AspNetCore;

/// <summary>Finds the requests about workloads and builds that the recorded cluster changed itself: its triggers, their controllers, and
/// the admission that resolves names of images and sets defaults.</summary>
internal static class HttpWorkloads
{
    /// <summary>The beginnings of the names of recordings about them.</summary>
    private static readonly string[] Recordings = ["triggers-", "istag-annotations-and-reference-trigger", "reference-and-lookup-policy", "oc-adm-build-chain"];

    private static readonly string[] Groups = [".apps", ".batch", ".apps.openshift.io", ".build.openshift.io"];

    /// <summary>Tests whether a request is about one of them.</summary>
    public static bool AreChanged(HttpExchange recorded) =>
        Recordings.Any(one => recorded.Scenario.StartsWith(one, StringComparison.Ordinal))
        && HttpKinds.FindResource(recorded.Path) is { } resource
        && (resource is "pods" or "replicationcontrollers" || Groups.Any(group => resource.EndsWith(group, StringComparison.Ordinal)));
}
