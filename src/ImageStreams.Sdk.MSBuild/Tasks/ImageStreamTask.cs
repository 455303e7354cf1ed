using ImageStreams.Manifests;
using ImageStreams.Registries;
using Microsoft.Build.Framework;

namespace ImageStreams.MSBuild;

/// <summary>The base of the tasks: the tags of a project, the lock, and the streams that the tags may be of.</summary>
/// <remarks>Errors and warnings have a code <c>IST3xxx</c>, and the file and line of the item where there is one. Nothing is written
/// but the lock, and files below <c>obj</c> that the build names. Credentials come from the files of Docker and Podman, and are in no
/// message.</remarks>
public abstract class ImageStreamTask : Microsoft.Build.Utilities.Task, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    private protected ImageStreamTask()
    {
    }

    /// <summary>The tags of the project: <c>NAMESPACE/STREAM:TAG</c>, or pull specs; their metadata <c>Use</c> is <c>base</c> for the
    /// base image of the container.</summary>
    public ITaskItem[] Tags { get; set; } = [];

    /// <summary>The manifests that define the streams; none when the tags are pull specs.</summary>
    public ITaskItem[] Manifests { get; set; } = [];

    /// <summary>The path of the lock.</summary>
    [Required]
    public string LockFile { get; set; } = "";

    /// <summary>The path of the project, for messages about tags that no file defines.</summary>
    public string ProjectFile { get; set; } = "";

    /// <summary>The namespace of tags that name none; empty by default.</summary>
    public string Namespace { get; set; } = "";

    /// <summary>The registries, <c>HOST</c> or <c>HOST:PORT</c>, that may be asked over HTTP or with a certificate that is not
    /// trusted. Those of the variable <c>DOTNET_CONTAINER_INSECURE_REGISTRIES</c> are added.</summary>
    public string[] InsecureRegistries { get; set; } = [];

    /// <summary>Creates the client; unit tests bring their own.</summary>
    internal Func<IRegistryClient> CreateRegistry { get; set; } = RegistryAccess.CreateClient;

    /// <summary>The clock for the age of images.</summary>
    internal TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>The messages of the task.</summary>
    private protected TaskMessages Messages => field ??= new TaskMessages(Log, ProjectFile);

    /// <summary>The texts of the tags, each once.</summary>
    private protected IEnumerable<string> TagNames => Tags.Select(tag => tag.ItemSpec).Distinct(StringComparer.Ordinal);

    /// <summary>Runs the task.</summary>
    /// <returns><see langword="true"/> when it logged no error and was not canceled.</returns>
    public sealed override bool Execute()
    {
        try
        {
            RunAsync(_cancellation.Token).GetAwaiter().GetResult();
            return !Log.HasLoggedErrors;
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            return false;
        }
        catch (ImageLockException e)
        {
            Messages.ReportLock(e);
            return false;
        }
    }

    /// <summary>Cancels the task: a request under way is given up, and the lock stays as it was.</summary>
    public void Cancel() => _cancellation.Cancel();

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Disposes of what the task holds.</summary>
    /// <param name="disposing">Whether <see cref="Dispose()"/> was called.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _cancellation.Dispose();
        }
    }

    /// <summary>Does the work; errors are logged.</summary>
    private protected abstract Task RunAsync(CancellationToken cancellationToken);

    /// <summary>Reads the lock; empty when there is no file.</summary>
    private protected ImageLock ReadLock() => File.Exists(LockFile) ? ImageLockFile.Read(LockFile) : ImageLock.Empty;

    /// <summary>Reads the streams, and asks for tags of them.</summary>
    private protected Task<TagQuestions> PrepareAsync(IEnumerable<string> tags, CancellationToken cancellationToken) =>
        TagQuestions.CreateAsync(tags, Manifests, Namespace, Messages, cancellationToken);

    /// <summary>Looks tags up in registries.</summary>
    private protected async Task<ImageLookup> LookUpAsync(
        TagQuestions questions, ImageLockRequest request, CancellationToken cancellationToken)
    {
        var client = CreateRegistry();
        try
        {
            var locker = new ImageLocker(questions.UseMirrors(client), RegistryAccess.CreateOptions(InsecureRegistries));
            return await locker.LookUpAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            (client as IDisposable)?.Dispose();
        }
    }

    /// <summary>Reports tags that could not be looked up, each at its line.</summary>
    private protected void Report(IEnumerable<ImageLockProblem> problems)
    {
        foreach (var problem in problems)
        {
            Messages.Report(MessageCodes.LookUpFailed, Tags, problem.Tag, problem.Message);
        }
    }

    /// <summary>Tells differences of the lock.</summary>
    private protected void Tell(IEnumerable<ImageLockDifference> differences)
    {
        foreach (var difference in differences)
        {
            Tell(difference.Message);
        }
    }

    /// <summary>Tells something about the lock, which the message names.</summary>
    private protected void Tell(string message) => Messages.Tell($"{Path.GetFileName(LockFile)}: {message}");
}
