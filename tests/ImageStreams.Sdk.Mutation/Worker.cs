using System.Diagnostics;
using System.Text.Json;

namespace ImageStreams.Mutation;

/// <summary>The process in which tests run with mutants: a request per line is answered by a line.</summary>
internal sealed class Worker(TestSuite tests, MutantSwitch mutants)
{
    /// <summary>The line that asks for the coverage of every test.</summary>
    public const string CoverageRequest = "coverage";

    /// <summary>Answers until there are no more requests. The first line says that the worker is ready.</summary>
    public void Serve(TextReader requests, TextWriter answers)
    {
        mutants.Active = MutantSwitch.None;
        answers.WriteLine(tests.Count);
        answers.Flush();

        while (requests.ReadLine() is { } line)
        {
            answers.WriteLine(AnswerTo(line));
            answers.Flush();
        }
    }

    private string AnswerTo(string line) => line == CoverageRequest
        ? JsonSerializer.Serialize(Cover())
        : JsonSerializer.Serialize(Try(JsonSerializer.Deserialize<Request>(line)!));

    private List<TestCoverage> Cover()
    {
        mutants.IsRecording = true;
        var covered = Enumerable.Range(0, tests.Count).Select(Cover).ToList();
        mutants.IsRecording = false;
        return covered;
    }

    private TestCoverage Cover(int test)
    {
        mutants.TakeReached();
        var start = Stopwatch.GetTimestamp();
        var passed = tests.Passes(test);
        var reached = mutants.TakeReached();
        return new TestCoverage(test, tests.NameAt(test), passed, Stopwatch.GetElapsedTime(start), reached[0], reached[1]);
    }

    private Answer Try(Request request)
    {
        mutants.Active = request.Mutant;
        var failing = request.Tests.Where(test => !tests.Passes(test)).Take(1).ToList();
        mutants.Active = MutantSwitch.None;
        if (failing is not [var failed])
        {
            return new Answer(Outcome.Survived, null);
        }

        var outcome = tests.Passes(failed) ? Outcome.Killed : Outcome.Unsure;
        return new Answer(outcome, tests.NameAt(failed));
    }
}
