using System.Text;
using ImageStreams.Fuzz;

namespace ImageStreams.Tests.Fuzz;

/// <summary>A few thousand inputs of each target, the same in every run; the program runs millions.</summary>
public sealed class FuzzTargetTests
{
    private const ulong Seed = 15;
    private const int Inputs = 2000;

    private static readonly Dictionary<string, FuzzTarget> Targets =
        TargetCatalog.Create().ToDictionary(target => target.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names { get; } = [.. Targets.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Target_FixedInputs_HoldForAllOfThem(string name)
    {
        var run = new TargetRun(Targets[name], Seed);

        run.Run(Inputs / run.Cost);

        Assert.Null(run.Failure);
        Assert.Equal(Inputs / run.Cost, run.Inputs);
    }

    [Theory]
    [InlineData("image-reference")]
    [InlineData("json-tokens")]
    [InlineData("doctor")]
    public void CreateInput_SameSeedAndNumber_IsTheSame(string name)
    {
        var target = Targets[name];
        var first = Enumerable.Range(0, 50).Select(i => Text(target, Seed, i)).ToList();

        Assert.Equal(first, Enumerable.Range(0, 50).Select(i => Text(target, Seed, i)));
        Assert.NotEqual(first, Enumerable.Range(0, 50).Select(i => Text(target, Seed + 1, i)));
    }

    [Fact]
    public void Targets_MostJsonInputs_AreStillObjects()
    {
        var target = Targets["read-write-ImageStream"];

        var read = Enumerable.Range(0, 500).Count(i => IsJson(target.CreateInput(Seed, i).ToArray()));

        Assert.InRange(read, 100, 450);
    }

    private static string Text(FuzzTarget target, ulong seed, int iteration) =>
        Encoding.Latin1.GetString(target.CreateInput(seed, iteration));

    private static bool IsJson(byte[] input)
    {
        try
        {
            using var document = System.Text.Json.JsonDocument.Parse(input);
            return true;
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }
}
