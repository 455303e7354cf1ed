namespace ImageStreams.Tests.Recordings;

/// <summary>Requests that the recorded server answered with 500 or not at all, and ours refuses with a sentence.</summary>
/// <remarks>The rules are listed in <c>docs/reference/patches.md</c>.</remarks>
internal static class AnsweredBetter
{
    private const string NumberParser = "strconv.ParseUint: ";

    /// <summary>The server stops at one field or names several, by the order of a Go map, and prints values of Go.</summary>
    private const string Typing = "failed to create typed patch object (";

    /// <summary>Tests whether an answer differs on purpose: 400, 404 or 422 with the sentence of the server, if it had one.</summary>
    public static bool Covers(Exchange exchange, Answer? answer) =>
        exchange is { Status: 0 or 500, Request.Method: "PATCH" }
        && answer is { Status: 400 or 404 or 422 }
        && (string?)answer.Body["message"] is { Length: > 0 } ours
        && IsSentence(ours, (string?)exchange.Body?["message"] ?? "");

    private static bool IsSentence(string ours, string recorded) =>
        recorded.Length == 0 || recorded == ours || recorded.StartsWith(NumberParser, StringComparison.Ordinal)
        || (recorded.StartsWith(Typing, StringComparison.Ordinal) && ours.StartsWith(Typing, StringComparison.Ordinal));
}
