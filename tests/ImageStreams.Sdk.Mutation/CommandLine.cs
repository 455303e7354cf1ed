using System.Globalization;

namespace ImageStreams.Mutation;

/// <summary>
/// The program, which <c>tests/mutate</c> runs: <c>REPORT ROOM FOLDER</c> tries the mutants of a room that Stryker's report names,
/// and <c>worker TESTS LIBRARY MUTANT</c> is a process in which it does so.
/// </summary>
internal static class CommandLine
{
    private const string Usage = "usage: REPORT ROOM FOLDER";

    /// <summary>Returns 0 if the mutants were tried, 1 if a test fails without them, 2 if the arguments are invalid.</summary>
    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        switch (args)
        {
            case ["worker", var tests, var library, var mutant]:
                return Work(tests, MutantSwitch.In(library, int.Parse(mutant, CultureInfo.InvariantCulture)), output);
            case [var report, var room, var folder]:
                return Try(StrykerReport.Read(report, room), new RoomFolder(folder), output, error);
            default:
                error.WriteLine(Usage);
                return 2;
        }
    }

    private static int Work(string path, MutantSwitch mutants, TextWriter output)
    {
        Console.SetOut(TextWriter.Null);
        using var tests = new TestSuite(path);
        new Worker(tests, mutants).Serve(Console.In, output);
        return 0;
    }

    private static int Try(IReadOnlyList<Mutant> mutants, RoomFolder folder, TextWriter output, TextWriter error)
    {
        using var workers = new WorkerPool(folder);
        var coverage = workers.Current().Cover();
        if (coverage.Failing is not [])
        {
            error.WriteLine("These tests fail without a mutant: " + string.Join(", ", coverage.Failing));
            return 1;
        }

        ResultWriter.Write(folder, new MutationRun(workers, coverage, output).Try(mutants), output);
        return 0;
    }
}
