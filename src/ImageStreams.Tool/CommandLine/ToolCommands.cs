using System.CommandLine;
using System.CommandLine.Help;

namespace ImageStreams.Tool;

/// <summary>All commands of the tool.</summary>
internal static class ToolCommands
{
    private const string Description =
        "Answers questions about image streams, builds and workloads in manifests, with file and line.";

    /// <summary>Creates the command line of an environment.</summary>
    public static RootCommand CreateRoot(ToolEnvironment environment)
    {
        var root = new RootCommand(Description);
        foreach (var command in CreateAll())
        {
            root.Add(command.In(environment));
        }

        foreach (var option in root.Options)
        {
            option.Action = option switch
            {
                HelpOption { Action: HelpAction help } => new ExampleHelpAction(help, environment.Out),
                VersionOption => new VersionAction(environment.Out),
                _ => option.Action,
            };
        }

        return root;
    }

    /// <summary>Creates the commands in the order of the help.</summary>
    public static IReadOnlyList<ToolCommand> CreateAll() =>
    [
        new DoctorCommand(),
        new ValidateCommand(),
        new ResolveCommand(),
        new ExplainCommand(),
        new ImpactCommand(),
        new AdmitCommand(),
        new CyclesCommand(),
        new GraphCommand(),
        new ConvertCommand(),
        new OutdatedCommand(),
        new PinCommand(),
        new BaseCommand(),
        new LockCommand(),
        new ForecastCommand(),
        new ServeCommand(),
        new DeployCommand(),
        new CompletionCommand(),
    ];

    /// <summary>Creates the commands and their parts, each part after its command.</summary>
    public static IEnumerable<ToolCommand> CreateParts() =>
        CreateAll().SelectMany(command => command.Subcommands.OfType<ToolCommand>().Prepend(command));
}
