using System.CommandLine;
using ImageStreams.Manifests;

namespace ImageStreams.Tool;

/// <summary>The options that name the file of a lock, and keep it from being written.</summary>
internal sealed class LockOptions
{
    private readonly Option<string?> _file = new("--lock")
    {
        Description = "The lock. Default: imagestreams.lock.json in the current folder, or in the nearest folder above.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _check = new("--check")
    {
        Description = "Write nothing; exit code 1 when there is a difference.",
    };

    /// <summary>Adds the file to a command.</summary>
    public void AddTo(Command command) => command.Add(_file);

    /// <summary>Adds the check to a command.</summary>
    public void AddCheckTo(Command command) => command.Add(_check);

    /// <summary>Reads whether only a check is wanted.</summary>
    public bool ReadCheck(ParseResult parsed) => parsed.GetValue(_check);

    /// <summary>Reads the lock; null when the option is not given.</summary>
    public LockFile? FindNamed(ParseResult parsed) => parsed.GetValue(_file) is { } file ? LockFile.Read(file) : null;

    /// <summary>Reads the lock.</summary>
    /// <exception cref="ToolException">There is none.</exception>
    public LockFile Find(ParseResult parsed) => FindNamed(parsed)
        ?? (ImageLockFile.Find(Directory.GetCurrentDirectory()) is { } found
            ? LockFile.Read(found)
            : throw ToolException.Failed("There is no imagestreams.lock.json here or in a folder above; 'imagestreams lock add' creates one."));

    /// <summary>Reads the lock, or begins one in the current folder.</summary>
    public LockFile FindOrCreate(ParseResult parsed)
    {
        var path = parsed.GetValue(_file)
            ?? ImageLockFile.Find(Directory.GetCurrentDirectory())
            ?? Path.Combine(Directory.GetCurrentDirectory(), ImageLockFile.FileName);
        return File.Exists(path) ? LockFile.Read(path) : new LockFile { Path = path, Lock = ImageLock.Empty };
    }
}
