namespace ImageStreams.Fuzz;

/// <summary>The inputs of one target, one after the other.</summary>
internal sealed class TargetRun(FuzzTarget target, ulong seed)
{
    public string Name => target.Name;

    public int Cost => target.Cost;

    public long Inputs { get; private set; }

    public TimeSpan Elapsed { get; set; }

    public FuzzFailure? Failure { get; private set; }

    /// <summary>Runs the next inputs, up to the first that fails.</summary>
    public void Run(int count)
    {
        for (; count > 0 && Failure is null; count--)
        {
            RunOne(Inputs++);
        }
    }

    /// <summary>Runs the input of a number.</summary>
    public void RunOne(long iteration)
    {
        var input = target.CreateInput(seed, iteration);
        if (target.Try(input) is { } thrown)
        {
            var copy = target.CreateInput(seed, iteration).ToArray();
            Failure = new FuzzFailure
            {
                Target = target.Name,
                Seed = seed,
                Iteration = iteration,
                Input = copy,
                Minimized = Minimizer.Minimize(target, copy, thrown),
                Thrown = thrown,
            };
        }
    }
}
