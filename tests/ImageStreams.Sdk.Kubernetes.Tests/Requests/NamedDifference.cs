namespace ImageStreams.Tests.Kubernetes;

/// <summary>A way in which our requests differ on purpose from those of <c>oc</c>.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Parts">The beginnings of the parts that differ.</param>
internal sealed record NamedDifference(string Reason, params string[] Parts)
{
    public static NamedDifference FieldManager { get; } = new(
        "Writes name their field manager: the default of this library, where oc names itself or nobody.", "+?fieldManager=", "-?fieldManager=");

    public static NamedDifference NoReadBefore { get; } = new(
        "The object is not read before it is patched: kubectl needs it for its own output.", "-GET ");

    public static NamedDifference NoReadAfter { get; } = new(
        "The object is not read after it was deleted: kubectl does so to wait for finalizers, which our answer says.", "-GET ");

    public static NamedDifference Background { get; } = new(
        "A deletion without options has no body: in the background is the server's default.",
        "-Content-Type: application/json", "-propagationPolicy=Background");

    public static NamedDifference TagIsRead { get; } = new(
        "A tag is read before it is changed, so that its annotations and policies survive, and a change in between is noticed.",
        "+GET /apis/image.openshift.io/v1/namespaces/shop/imagetags/", "+GET /apis/image.openshift.io/v1/namespaces/shop-prod/imagetags/");

    public static NamedDifference KnownVersion { get; } = new(
        "The write names the version that it changes, so that it cannot undo another one.", "+metadata.resourceVersion=", "+metadata.uid=");

    public static NamedDifference Defaults { get; } = new(
        "Policies that are not set are left to the server, whose defaults are those that oc writes.",
        "-tag.importPolicy.importMode=Legacy", "-tag.referencePolicy.type=Source", "-spec.images.0.importPolicy.importMode=Legacy",
        "-spec.images.0.referencePolicy.type=Source");

    public static NamedDifference NamespaceInBody { get; } = new(
        "The body says the namespace too, as those of other commands of oc do.", "+metadata.namespace=");

    public static NamedDifference NameOfTag { get; } = new("A tag that is created is named in full.", "+tag.name=");

    public static NamedDifference BoundedWatch { get; } = new(
        "Watches end after a time and ask for bookmarks, as those of oc wait do: so they go on where they were.",
        "+?timeoutSeconds=", "+?allowWatchBookmarks=true");

    public static NamedDifference OneReading { get; } = new(
        "An object is read once, where describe reads it twice and its events.", "-GET ");

    public static NamedDifference Warnings { get; } = new("Unknown fields are told as warnings, the default of the server.", "-?fieldValidation=Ignore");

    public static NamedDifference Fewer { get; } = new("Only kinds that have to do with images are listed.", "-GET ");

    public static NamedDifference Mirrors { get; } = new(
        "The mirrors of the cluster are listed: they say where images come from, which oc never tells.",
        "+GET /apis/config.openshift.io/", "+GET /apis/operator.openshift.io/");

    public bool Covers(string difference) => Parts.Any(part => difference.StartsWith(part, StringComparison.Ordinal));
}
