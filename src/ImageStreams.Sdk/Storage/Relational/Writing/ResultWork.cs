namespace ImageStreams.Storage;

/// <summary>A write with a result for its caller.</summary>
internal abstract class ResultWork<TResult>(CancellationToken cancellationToken) : StoreWork
{
    private readonly TaskCompletionSource<TResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private StoreException? _rejection;
    private TResult? _result;

    public override bool IsCanceled => cancellationToken.IsCancellationRequested;

    /// <summary>The answer.</summary>
    public Task<TResult> Answer => _answer.Task;

    public override void Complete()
    {
        if (_rejection is not null)
        {
            _answer.TrySetException(_rejection);
        }
        else
        {
            _answer.TrySetResult(_result!);
        }
    }

    public override void Fail(Exception error)
    {
        if (error is OperationCanceledException)
        {
            _answer.TrySetCanceled(cancellationToken);
        }
        else
        {
            _answer.TrySetException(error);
        }
    }

    protected void Accept(TResult result) => (_rejection, _result) = (null, result);

    protected void Reject(StoreException rejection) => _rejection = rejection;
}
