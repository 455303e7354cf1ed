namespace ImageStreams.Tests.AspNetCore;

/// <summary>Responses that differ from the recording for a reason that is known.</summary>
internal static class HttpExplained
{
    private const string Crash = "the recorded server panicked or closed the connection; ours refuses the request.";
    private const string BadInput = "the recorded server answered bad input with 500; ours says what is wrong with it.";

    private const string CutList = "the recorded server cut the list after some streams, without a token to go on with the rest; ours lists all.";
    private const string Certificates = "the recorded users had client certificates, whose hashes are shown; those of the replay have tokens.";
    private const string Overlap = "the import controller wrote while the recorded client asked on without a pause.";
    private const string OlderHistory = "the recorded server was older than the recording, and had forgotten its first versions; ours begins with them.";

    private const string Program = "names the program that serves.";
    private const string OtherNamespaces = "counts or lists what was in the rest of the recorded cluster, of which no response shows more.";
    private const string Seconds = "one second of the recording is two of the replay: the status that the client sends back has other times, and so becomes its own.";

    private const string Projects = "/apis/project.openshift.io/v1/projects";

    private static readonly string[] ProgramFields = ["$.gitVersion: ", "$.gitCommit: ", "$.goVersion: ", "$.compiler: ", "$.platform: "];

    /// <summary>The reason for the differences; null if there is none.</summary>
    public static string? Find(HttpExchange recorded, IReadOnlyList<string> differences) => recorded switch
    {
        { Scenario: "patch-ssa-01", Exchange.Sequence: 26 } => Overlap,
        { Scenario: "watch-410-gone", Exchange.Sequence: 17 } => OlderHistory,
        { Exchange.Request: { Resource: "imagetags", Name: null } request } when request.Query.ContainsKey("limit") => CutList,
        _ when differences.All(one => one.StartsWith("$.status.userInfo.extra: ", StringComparison.Ordinal)) => Certificates,
        _ => FindRest(recorded, differences) ?? FindRefusal(recorded, differences),
    };

    private static string? FindRest(HttpExchange recorded, IReadOnlyList<string> differences) => recorded switch
    {
        { Path: "/version" } when differences.All(one => ProgramFields.Any(field => one.StartsWith(field, StringComparison.Ordinal))) => Program,
        { Path: Projects } when differences.All(one => one.StartsWith("$.items", StringComparison.Ordinal)) => OtherNamespaces,
        { Exchange.Request: { Namespace: null, Name: null } } when differences is [var only] && only.StartsWith("$.metadata.remainingItemCount: ", StringComparison.Ordinal) => OtherNamespaces,
        { Scenario: "rnd144", Exchange.Sequence: >= 57 } when differences is [var only] && only.Contains(".managedFields: ", StringComparison.Ordinal) => Seconds,
        _ => null,
    };

    private static string? FindRefusal(HttpExchange recorded, IReadOnlyList<string> differences) => recorded.Exchange.Status switch
    {
        0 when IsRefused(differences) => Crash,
        500 when IsRefused(differences) => BadInput,
        _ => null,
    };

    private static bool IsRefused(IReadOnlyList<string> differences) =>
        differences[0].StartsWith("Status: ", StringComparison.Ordinal) && differences[0].Contains(", ours 4", StringComparison.Ordinal);
}
