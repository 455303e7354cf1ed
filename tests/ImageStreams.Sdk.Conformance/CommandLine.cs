using System.Globalization;

namespace ImageStreams.Conformance;

/// <summary>The program: <c>FOLDER [--suite NAME] [--show N]</c>.</summary>
public static class CommandLine
{
    private const string Usage = "usage: FOLDER [--suite NAME] [--show N]";

    /// <summary>Runs the cases of a folder. Returns 0 if none failed, 1 if some did, 2 if the arguments are invalid.</summary>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);

        if (!TryRead(args, out var folder, out var suite, out var show, out var problem))
        {
            error.WriteLine(problem);
            return 2;
        }

        var files = CaseFile.InFolder(folder).Where(file => suite is null || file.Suite == suite).ToList();
        if (files.Count == 0)
        {
            error.WriteLine(suite is null ? $"no cases in {folder}" : $"no suite '{suite}' in {folder}");
            return 2;
        }

        var reports = files.ConvertAll(SuiteRunner.Run);
        foreach (var report in reports)
        {
            report.WriteTo(output, show);
        }

        output.WriteLine(SuiteReport.Total(reports));
        return reports.Exists(report => report.Failures.Count > 0) ? 1 : 0;
    }

    private static bool TryRead(
        IReadOnlyList<string> args, out string folder, out string? suite, out int show, out string problem)
    {
        (folder, suite, show, problem) = ("", null, 0, Usage);
        for (var i = 0; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--suite" when i + 1 < args.Count:
                    suite = args[++i];
                    break;
                case "--show" when i + 1 < args.Count
                    && int.TryParse(args[++i], NumberStyles.None, CultureInfo.InvariantCulture, out show):
                    break;
                case { Length: > 0 } path when path[0] != '-' && folder.Length == 0:
                    folder = path;
                    break;
                default:
                    return false;
            }
        }

        problem = folder.Length == 0 ? Usage : $"no such folder: {folder}";
        return Directory.Exists(folder);
    }
}
