using ImageStreams.Manifests;

namespace ImageStreams.Tool;

/// <summary>Writes the problems of manifests beside an answer that is about something else.</summary>
internal static class ProblemOutput
{
    private const int MaxShown = 10;

    /// <summary>Writes errors to the standard error, a few of them at most.</summary>
    public static void Write(ToolEnvironment environment, IEnumerable<ManifestProblem> problems)
    {
        var output = TextOutput.ForError(environment);
        var errors = problems.Where(problem => problem.IsError).ToList();
        foreach (var problem in errors.Take(MaxShown))
        {
            output.Write($"{problem.Place}: ", Tone.Strong);
            output.Write("error: ", Tone.Error);
            output.WriteLine(problem.Message);
        }

        if (errors.Count > MaxShown)
        {
            output.WriteLine($"and {ToolText.Count(errors.Count - MaxShown, "more problem")}; 'imagestreams doctor' lists all.");
        }
    }
}
