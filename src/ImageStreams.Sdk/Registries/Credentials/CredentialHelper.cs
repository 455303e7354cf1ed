using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using ImageStreams.Internal;

namespace ImageStreams.Registries;

/// <summary>Runs <c>docker-credential-NAME get</c>, which reads the server and prints a credential as JSON.</summary>
/// <remarks>No shell is used, and the helper gets nothing but the server's name.</remarks>
internal sealed class CredentialHelper
{
    private const string Prefix = "docker-credential-";
    private const string TokenUser = "<token>";
    private readonly TimeProvider _timeProvider;
    private readonly TimeSpan _timeout;
    private readonly int _maxOutput;
    private readonly string? _searchPath;

    public CredentialHelper(CredentialHelperOptions options, TimeProvider timeProvider)
    {
        OptionsErrors.ThrowIfAny(options);
        _timeout = options.Timeout;
        _maxOutput = options.MaxOutputBytes;
        (_searchPath, _timeProvider) = (options.SearchPath, timeProvider);
    }

    /// <summary>Returns the name of the program.</summary>
    public static string GetProgramName(string helper) => Prefix + helper;

    /// <summary>Determines whether a text is the name of a helper, and neither a path nor an option.</summary>
    public static bool IsValidName(string helper) =>
        helper is { Length: > 0 and <= 64 } && !helper.AsSpan().ContainsAnyExcept(NameCharacters.Tag);

    /// <summary>Returns the credential for a server; <see langword="null"/> when the helper has none.</summary>
    /// <exception cref="RegistryCredentialException">The helper is missing, failed or took too long.</exception>
    public async Task<RegistryCredential?> GetAsync(string helper, string server)
    {
        var name = GetProgramName(helper);
        using var limit = new CancellationTokenSource(_timeout, _timeProvider);
        using var process = Start(name);
        try
        {
            return await ExchangeAsync(process, name, server, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            throw CredentialErrors.HelperTimedOut(name, _timeout);
        }
        finally
        {
            Kill(process);
        }
    }

    /// <summary>Starts the first program of the search path that the system is able to start, as a shell does.</summary>
    private Process Start(string name)
    {
        var failure = CredentialErrors.HelperMissing(name);
        foreach (var path in GetPaths(name))
        {
            try
            {
                return Process.Start(CreateStart(path))!;
            }
            catch (Win32Exception exception) when (StartError.IsOfFile(exception))
            {
                failure = StartError.IsAccess(exception)
                    ? CredentialErrors.HelperNotExecutable(name)
                    : CredentialErrors.HelperNotStarted(name, exception);
            }
            catch (Win32Exception exception)
            {
                throw CredentialErrors.HelperNotStarted(name, exception);
            }
        }

        throw failure;
    }

    private static ProcessStartInfo CreateStart(string path) => new(path, ["get"])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        CreateNoWindow = true,
    };

    private IEnumerable<string> GetPaths(string name)
    {
        var file = OperatingSystem.IsWindows() ? name + ".exe" : name;
        return (_searchPath ?? Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathRooted)
            .Select(folder => Path.Join(folder, file))
            .Where(File.Exists);
    }

    private async Task<RegistryCredential?> ExchangeAsync(
        Process process, string name, string server, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null, ended.Token);
            await WriteServerAsync(process, server, cancellationToken).ConfigureAwait(false);
            var exited = process.WaitForExitAsync(ended.Token);
            var output = await new HelperOutput(process.StandardOutput.BaseStream, _maxOutput)
                .ReadAsync(exited, ended.Token)
                .ConfigureAwait(false) ?? throw CredentialErrors.TooLarge($"The output of {name}", _maxOutput);
            await exited.ConfigureAwait(false);
            return ReadAnswer(output, name, process.ExitCode);
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
        }
    }

    private static RegistryCredential? ReadAnswer(ReadOnlyMemory<byte> output, string name, int exitCode) => exitCode switch
    {
        0 => Read(output, name),
        _ when IsNotFound(output.Span) => null,
        _ => throw CredentialErrors.HelperFailed(name, exitCode),
    };

    /// <summary>Writes the server; a helper that has closed its input does not need it.</summary>
    private static async Task WriteServerAsync(Process process, string server, CancellationToken cancellationToken)
    {
        try
        {
            var input = process.StandardInput;
            await input.WriteAsync(server.AsMemory(), cancellationToken).ConfigureAwait(false);
            await input.FlushAsync(cancellationToken).ConfigureAwait(false);
            input.Close();
        }
        catch (IOException)
        {
            // the exit code and the output decide
        }
    }

    /// <summary>Recognizes the words that helpers print when they have no credential.</summary>
    private static bool IsNotFound(ReadOnlySpan<byte> output) => output.IndexOf("credentials not found"u8) >= 0;

    private static RegistryCredential? Read(ReadOnlyMemory<byte> output, string name)
    {
        var (user, secret) = Parse(output) ?? throw CredentialErrors.HelperOutputInvalid(name);
        return (user, secret) switch
        {
            ("", "") => null,
            (TokenUser, _) => new RegistryCredential.IdentityToken { Token = secret },
            _ when user.Contains(':', StringComparison.Ordinal) => throw CredentialErrors.HelperOutputInvalid(name),
            _ => new RegistryCredential.Login { UserName = user, Password = secret },
        };
    }

    /// <summary>Parses the output; <see langword="null"/> when it is not a JSON object, because the exception of the
    /// reader would quote it.</summary>
    private static (string User, string Secret)? Parse(ReadOnlyMemory<byte> output)
    {
        try
        {
            using var document = JsonDocument.Parse(output, RegistryJson.DocumentOptions);
            var answer = document.RootElement;
            return answer.ValueKind == JsonValueKind.Object
                ? (RegistryJson.GetString(answer, "Username"), RegistryJson.GetString(answer, "Secret"))
                : null;
        }
        catch (Exception exception) when (RegistryJson.IsMalformed(exception))
        {
            return null;
        }
    }

    /// <summary>Kills a helper that still runs, with the processes that it started, if possible.</summary>
    private static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException or AggregateException)
        {
            // the exception that is being thrown is more useful
        }
    }
}
