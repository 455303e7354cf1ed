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

    private CoverageRecord Cover()
    {
        var early = mutants.TakeReached()[0];
        return new CoverageRecord([.. Enumerable.Range(0, tests.Count).Select(Cover)], early);
    }

    private TestCoverage Cover(int test)
    {
        mutants.IsRecording = true;
        var start = Stopwatch.GetTimestamp();
        var passed = tests.Passes(test);
        var duration = Stopwatch.GetElapsedTime(start);
        var reached = mutants.TakeReached();
        mutants.IsRecording = false;

        // A test that counts allocations fails while they are recorded.
        return new TestCoverage(test, tests.NameAt(test), passed || tests.Passes(test), duration, reached[0], reached[1]);
    }

    private Answer Try(Request request)
    {
        mutants.IsRecording = false;
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
