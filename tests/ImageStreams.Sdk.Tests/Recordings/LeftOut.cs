namespace ImageStreams.Tests.Recordings;

/// <summary>The exchanges of a recording that are not replayed or not compared, and the reason.</summary>
/// <param name="Scenario">The recording.</param>
/// <param name="Sequences">The exchanges.</param>
/// <param name="Reason">One sentence.</param>
internal sealed record LeftOut(string Scenario, int[] Sequences, string Reason)
{
    private const string Format =
        "a format other than JSON of the whole object is requested; a client returns objects.";

    private const string Secrets = "secrets are not image streams.";
    private const string Workloads = "admission of Pods, workloads and Builds is the cluster's, not a client's.";
    private const string Path = "the method or path is rejected by the HTTP server; a client has no member for it.";
    private const string OldState = "a read at a given version: the engine reads the newest state only.";
    private const string ImageWatch = "the client watches streams; images do not change on their own.";
    private const string Decoding = "the type of the body is wrong; a method takes an object of its own type.";
    private const string PathAndBody = "path and body disagree; a method takes the object only.";
    private const string Namespaces = "namespaces are not image streams: for the engine, every namespace exists.";

    /// <summary>The fields that are never compared.</summary>
    public static IReadOnlyList<string> Everywhere { get; } =
    [
        "uid: generated anew; equal ones must stay equal, and different ones different",
        "resourceVersion: the same; the version of a list is that of all writers to the cluster",
        "times: they must be within two seconds of the recorded ones; the replay's clock shows the recorded time",
        "messages of failed imports: they are the registry client's own; the reason is compared",
        "continue: an opaque token; only its presence is compared",
        "messages of 422: our own wording; reason, details and each cause's reason and field are compared",
        "bookmarks: sent as real time passes",
    ];

    /// <summary>The exchanges that are not replayed.</summary>
    public static IReadOnlyList<LeftOut> Requests { get; } =
    [
        new("imagestream-crud", [15], Namespaces),
        new("imagestream-crud", [16, 23], PathAndBody),
        new("imagestream-crud", [42, 68], Path),
        new("imagestream-crud", [44, 45], Decoding),
        new("imagestream-crud", [46, 47, 48, 49], Format),
        new("imagestream-watch", [9], Format),
        new("imagestream-watch", [12], ImageWatch),
        new("imagestream-watch", [11], Path),
        new("imagestream-watch", [25, 27, 28, 29], OldState),
        new("imagestreamtags", [55], Path),
        new("imagestreamimages", [10], Path),
        new("imagestreamimages", [18, 19, 20, 21], Secrets),
        new("imagestreammappings", [17], Path),
        new("imagestreamimports", [29], Secrets),
        new("imagestreamimports", [44, 45], Path),
        new("imagestreamimports", [58, 59], Namespaces),
        new("import-repository", [18, 19], "the recorded controller takes half a minute for 60 tags, and was still running."),
        new("patch-ssa-01", [26], "the import controller wrote while the client asked on without a pause."),
        new("import-repository", [20], "tags are listed in the order of a Go map; earlier exchanges show each of them."),
        new("import-through-mirrors", [1, 2, 8, 9], "mirror sets are read by the code that configures the client."),
        new("reference-and-lookup-policy", [10, 11, .. Enumerable.Range(14, 18), 33, 34], Workloads),
    ];

    /// <summary>The reason why an exchange is not replayed; null if it is.</summary>
    public static LeftOut? Find(string scenario, Exchange exchange) => Requests.FirstOrDefault(
        one => one.Scenario == scenario && one.Sequences.Contains(exchange.Sequence));
}
