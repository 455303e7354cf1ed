using System.CommandLine;
using System.CommandLine.Parsing;
using ImageStreams.Collections;

namespace ImageStreams.Tool;

/// <summary>The arguments and options that every command about manifests has.</summary>
internal sealed class InputOptions
{
    private readonly Argument<string[]> _paths = new("paths")
    {
        Description = "Files, folders and globs with YAML or JSON; - reads the standard input. Default: the current folder.",
        Arity = ArgumentArity.ZeroOrMore,
        HelpName = "path",
    };

    private readonly Option<string?> _namespace = new("--namespace", "-n")
    {
        Description = "The namespace of objects and tags that name none.",
        HelpName = "NAME",
    };

    private readonly Option<string[]> _parameters = new("--param", "-p")
    {
        Description = "A value for a parameter of the templates; repeatable.",
        HelpName = "NAME=VALUE",
    };

    private readonly Option<string?> _registryHost = new("--registry-host")
    {
        Description = "The host name of the cluster's own registry. Default: image-registry.openshift-image-registry.svc:5000.",
        HelpName = "HOST",
    };

    private readonly Option<bool> _asStored = new("--as-stored")
    {
        Description = "Count only what status says. Without it, a tag that follows an image has it, and what builds push is there.",
    };

    private readonly ClusterOptions? _cluster;

    /// <summary>Creates the arguments and options.</summary>
    /// <param name="cluster">The options that name a cluster; null for a command about files only.</param>
    public InputOptions(ClusterOptions? cluster = null)
    {
        _cluster = cluster;
        _parameters.Validators.Add(CheckParameters);
    }

    /// <summary>Adds the arguments and options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_paths);
        command.Add(_namespace);
        command.Add(_parameters);
        command.Add(_registryHost);
        command.Add(_asStored);
        _cluster?.AddTo(command);
    }

    /// <summary>Reads the settings of a command line.</summary>
    public InputSettings Read(ParseResult parsed)
    {
        var cluster = _cluster?.Read(parsed);
        return new InputSettings
        {
            Paths = ReadPaths(parsed.GetValue(_paths) ?? [], hasCluster: cluster is not null),
            Namespace = parsed.GetValue(_namespace),
            RegistryHost = parsed.GetValue(_registryHost),
            AsStored = parsed.GetValue(_asStored),
            Parameters = ReadParameters(parsed.GetValue(_parameters) ?? []),
            Cluster = cluster,
        };
    }

    /// <summary>Reads the paths: without any, the current folder is meant, unless a cluster is.</summary>
    private static ValueList<string> ReadPaths(string[] paths, bool hasCluster) =>
        paths.Length == 0 && !hasCluster ? ["."] : [.. paths];

    /// <summary>Reads the values; of two with one name, the last counts, as in a shell script that adds its own.</summary>
    private static ValueMap<string> ReadParameters(string[] texts)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            values[text[..equals]] = text[(equals + 1)..];
        }

        return ValueMap.Create<string>([.. values]);
    }

    private static void CheckParameters(OptionResult result)
    {
        foreach (var token in result.Tokens.Where(token => token.Value.IndexOf('=', StringComparison.Ordinal) < 1))
        {
            result.AddError($"--param {token.Value} is not NAME=VALUE.");
        }
    }
}
