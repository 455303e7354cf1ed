namespace ImageStreams.Tests.AspNetCore;

/// <summary>Responses that differ from the recording on purpose.</summary>
internal static class HttpExplained
{
    private const string Crash = "the recorded server panicked or closed the connection; ours refuses the request.";
    private const string BadInput = "the recorded server answered bad input with 500; ours says what is wrong with it.";

    /// <summary>The reason for the differences; null if there is none.</summary>
    public static string? Find(HttpExchange recorded, IReadOnlyList<string> differences) => recorded.Exchange.Status switch
    {
        0 when IsRefused(differences) => Crash,
        500 when IsRefused(differences) => BadInput,
        _ => null,
    };

    private static bool IsRefused(IReadOnlyList<string> differences) =>
        differences[0].StartsWith("Status: ", StringComparison.Ordinal) && differences[0].Contains(", ours 4", StringComparison.Ordinal);
}
