namespace CisPosture.Store;

/// <summary>A stretch of writing that comes about as a whole or not at all.</summary>
internal sealed class StoreTransaction(StoreConnection connection) : IDisposable
{
    private bool _isOver;

    public void Commit()
    {
        connection.Execute("COMMIT");
        _isOver = true;
    }

    public void Dispose()
    {
        if (!_isOver)
        {
            _isOver = true;
            connection.Execute("ROLLBACK");
        }
    }
}
