using System.Globalization;

namespace ImageStreams.Fuzz;

/// <summary>The program: <c>[--seconds N] [--seed S] [--target NAME [--iteration I]]</c>.</summary>
internal static class CommandLine
{
    private const string Usage = "usage: [--seconds N] [--seed S] [--target NAME [--iteration I]]";

    /// <summary>Runs the targets. Returns 0 if every input held, 1 if one did not, 2 if the arguments are invalid.</summary>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        var options = Read(args);
        var targets = TargetCatalog.Create().Where(target => options?.Target is null || IsMeant(target.Name, options.Target)).ToList();
        if (options is null || targets.Count == 0)
        {
            error.WriteLine(options is null ? Usage : $"no target '{options.Target}'");
            return 2;
        }

        var report = new FuzzRunner(options, TimeProvider.System).Run(targets);
        report.WriteTo(output);
        return report.Failures.Count == 0 ? 0 : 1;
    }

    // The first word of names stands for all of them.
    private static bool IsMeant(string name, string target) => name == target || name.StartsWith(target + "-", StringComparison.Ordinal);

    private static FuzzOptions? Read(IReadOnlyList<string> args)
    {
        var options = new FuzzOptions();
        for (var i = 0; i < args.Count; i += 2)
        {
            if (i + 1 == args.Count || Apply(options, args[i], args[i + 1]) is not { } next)
            {
                return null;
            }

            options = next;
        }

        return options;
    }

    private static FuzzOptions? Apply(FuzzOptions options, string name, string value) => name switch
    {
        "--target" => options with { Target = value },
        "--seconds" when TryRead(value, out var seconds) => options with { Duration = TimeSpan.FromSeconds(seconds) },
        "--seed" when TryRead(value, out var seed) => options with { Seed = (ulong)seed },
        "--iteration" when TryRead(value, out var iteration) => options with { Iteration = iteration },
        _ => null,
    };

    private static bool TryRead(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
