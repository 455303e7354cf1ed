using System.CommandLine;

namespace ImageStreams.Tool;

/// <summary>The options of <c>deploy</c>.</summary>
internal sealed class DeployOptions
{
    private readonly Option<string> _mode = new("--mode")
    {
        Description = "crd: programs read the custom resources; aggregated: programs ask the served API, behind an APIService.",
        HelpName = "crd|aggregated",
        Required = true,
    };

    private readonly Option<string> _image = new("--image")
    {
        Description = "The container image with this tool, whose entry point is imagestreams.",
        HelpName = "IMAGE",
        Required = true,
    };

    private readonly Option<string> _namespace = new("--namespace", "-n")
    {
        Description = "The namespace of the pods.",
        HelpName = "NAME",
        DefaultValueFactory = _ => DeploySettings.Name,
    };

    private readonly Option<int> _replicas = new("--replicas")
    {
        Description = "The number of pods, which divide the work by leases.",
        HelpName = "COUNT",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<string?> _authority = new("--ca-file")
    {
        Description = "With --mode aggregated: a PEM file with the authority that signed the certificate in the secret imagestreams-tls.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "The folder that gets a file for each object. Default: all of them on the output.",
        HelpName = "DIR",
    };

    public DeployOptions() => _mode.AcceptOnlyFromAmong("crd", "aggregated");

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_mode, _image, _namespace, _replicas, _authority, _output])
        {
            command.Add(option);
        }
    }

    /// <summary>Reads the folder for the files; null for none.</summary>
    public string? ReadOutput(ParseResult parsed) => parsed.GetValue(_output);

    /// <summary>Reads a command line.</summary>
    /// <exception cref="ToolException">An option is wrong, or the file cannot be read.</exception>
    public async Task<DeploySettings> ReadAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var isAggregated = parsed.GetValue(_mode) == "aggregated";
        var authority = parsed.GetValue(_authority);
        if (isAggregated != authority is not null)
        {
            throw ToolException.Usage("--ca-file belongs to --mode aggregated, which needs it: the API server checks the certificate of the pods.");
        }

        return new DeploySettings
        {
            Mode = isAggregated ? DeployMode.Aggregated : DeployMode.Crd,
            Image = parsed.GetValue(_image)!,
            Namespace = parsed.GetValue(_namespace)!,
            Replicas = parsed.GetValue(_replicas) is var count and > 0 ? count : throw ToolException.Usage("--replicas must be 1 or more."),
            Authority = authority is null ? null : await ReadFileAsync(authority, cancellationToken).ConfigureAwait(false),
        };
    }

    private static async Task<byte[]> ReadFileAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ToolException.Failed($"{path} cannot be read: {e.Message}", e);
        }
    }
}
