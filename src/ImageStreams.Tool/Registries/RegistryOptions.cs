using System.CommandLine;
using ImageStreams.Registries;

namespace ImageStreams.Tool;

/// <summary>The options of commands that ask registries.</summary>
internal sealed class RegistryOptions
{
    private readonly Option<int?> _budget = new("--budget")
    {
        Description = "At most this many requests per minute to each registry.",
        HelpName = "N",
    };

    private readonly Option<string[]> _insecure = new("--insecure-registry")
    {
        Description = "A registry, HOST or HOST:PORT, that may be asked over HTTP, or with a certificate that is not trusted; repeatable.",
        HelpName = "HOST",
    };

    public RegistryOptions() => _budget.RequirePositive();

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_budget);
        command.Add(_insecure);
    }

    /// <summary>Creates the questions to registries and their mirrors; the mirrors that cannot be used are named.</summary>
    public RegistryQuestions CreateQuestions(ParseResult parsed, ToolEnvironment environment, RegistryPolicy policy)
    {
        foreach (var ignored in policy.Rules.Ignored)
        {
            TextOutput.ForError(environment).WriteLine($"ignored: {ignored}", Tone.Warning);
        }

        return new RegistryQuestions(environment, CreateClientOptions(parsed), policy, ReadInsecure(parsed));
    }

    /// <summary>Creates the options of the client, within the budget.</summary>
    public RegistryClientOptions CreateClientOptions(ParseResult parsed)
    {
        var options = new RegistryClientOptions();
        if (parsed.GetValue(_budget) is { } requests)
        {
            options.Limits.Budget = new RequestBudget { Requests = requests, Per = TimeSpan.FromMinutes(1) };
        }

        return options;
    }

    /// <summary>Reads the registries that may be asked insecurely.</summary>
    public string[] ReadInsecure(ParseResult parsed) => parsed.GetValue(_insecure) ?? [];
}
